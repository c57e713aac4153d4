import { agreementDocumentModel, type AgreementPrint } from '#shared/agreements/document.ts';
import { renderDocument } from './render.ts';

/**
 * The agreement as a Word file, in the language of its version. The same input gives the same bytes.
 */
export function renderAgreement(print: AgreementPrint): Promise<Uint8Array> {
  return renderDocument(agreementDocumentModel(print), {
    seal: print.translationOf === null ? { agreement: print.agreementId, version: print.version, workspace: print.workspaceId, termHashes: print.termHashes } : null,
  });
}
