export { agreementDocumentModel } from './document/model.ts';
export type { AgreementPrint, PrintedApproval, PrintedContact, PrintedOrganisation, PrintedSignature, PrintedVersion } from './document/print.ts';
export { signatureStatement } from './document/signatures.ts';
export { agreementWords } from './document/words/words.ts';
