import { agreementNamed } from '#db/agreements/queries.ts';
import { readFile } from '#db/files/queries.ts';
import { newestEdition } from '#db/signing/queries.ts';
import type { DocumentLanguage } from '#shared/documents/model.ts';
import type { CoreContext } from '#electron/core.ts';
import { versionOf } from '../agreements/read.ts';
import { printEdition } from './edition.ts';
import { signingPlan, type SigningPlan } from './plan.ts';
import { printOf } from './print.ts';

export type ExportInput = { readonly id: string; readonly version?: number | undefined; readonly language?: DocumentLanguage | undefined };
export type Exported = { readonly plan: SigningPlan; readonly language: DocumentLanguage; readonly name: string; readonly bytes: Uint8Array; readonly sha256: string };

/** The Word file of a version: a frozen one's kept bytes, or printed now. In another language than its own a frozen version is a translation. */
export async function exportedFile(context: CoreContext, input: ExportInput): Promise<Exported> {
  const found = context.documents.read((reader) => {
    const agreement = agreementNamed(reader, input.id);
    const plan = signingPlan(reader, agreement.id, versionOf(reader, agreement, input.version).version);
    const own = plan.document.language;
    const language = input.language ?? own;
    const isFrozen = plan.version.sealedAt !== null;
    const kept = isFrozen && language === own ? newestEdition(reader, plan.version.id) : null;
    const name = `${agreement.number}-v${plan.version.version}${language === own ? '' : `-${language}`}.docx`;
    if (kept) return { plan, language, name, kept: { bytes: readFile(reader, kept.fileId), sha256: kept.sha256 }, print: null };
    const print = printOf(reader, { ...plan, document: { ...plan.document, language } }, null);
    return { plan, language, name, kept: null, print: isFrozen && language !== own ? { ...print, translationOf: own } : print };
  });
  const edition = found.kept ?? (await printEdition(found.print));
  return { plan: found.plan, language: found.language, name: found.name, bytes: edition.bytes, sha256: edition.sha256 };
}
