import { agreementDocumentModel, type AgreementPrint } from '#shared/agreements/document.ts';
import { renderDocument } from './render.ts';

/**
 * The agreement as a Word file. The same input gives the same bytes.
 * Throws `invalid-input` for a language that cannot be printed yet.
 */
export function renderAgreement(print: AgreementPrint): Promise<Uint8Array> {
  return renderDocument(agreementDocumentModel(print), {
    seal: { agreement: print.agreementId, version: print.version, workspace: print.workspaceId, termHashes: print.termHashes },
  });
}
