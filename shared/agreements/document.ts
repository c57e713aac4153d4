export { agreementDocumentModel } from './document/model.ts';
export type { AgreementPrint, PrintedApproval, PrintedContact, PrintedOrganisation, PrintedSignature, PrintedVersion } from './document/print.ts';
