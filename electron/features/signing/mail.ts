import { findPerson, listPeople } from '#db/people/queries.ts';
import { wordMediaType } from '#db/signing/sign.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { agreementWords } from '#shared/agreements/document.ts';
import { longDate } from '#shared/agreements/document/format.ts';
import type { PersonRole, VersionState } from '#shared/agreements/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import type { MailAddressView } from '#shared/signing/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { exportedFile, type Exported, type ExportInput } from './exported.ts';
import type { SigningPlan } from './plan.ts';

export type MailInput = ExportInput & { readonly roles?: readonly PersonRole[] | undefined };
export type ComposedMail = { readonly name: string; readonly bytes: Uint8Array; readonly to: MailAddressView[]; readonly cc: MailAddressView[]; readonly without: string[] };

/** Who acts next gets the message, who is to know a copy. */
const receivers: Readonly<Record<VersionState, { readonly to: readonly PersonRole[]; readonly cc: readonly PersonRole[] }>> = {
  draft: { to: ['approver', 'contact'], cc: ['relationship-manager', 'service-level-manager'] },
  negotiating: { to: ['approver', 'contact'], cc: ['relationship-manager', 'service-level-manager'] },
  agreed: { to: ['approver'], cc: ['contact', 'relationship-manager', 'service-level-manager'] },
  approved: { to: ['signatory'], cc: ['contact', 'relationship-manager', 'service-level-manager'] },
  signing: { to: ['signatory'], cc: ['contact', 'relationship-manager', 'service-level-manager'] },
  signed: { to: ['signatory', 'sponsor'], cc: ['contact', 'approver', 'relationship-manager', 'service-level-manager', 'service-owner', 'service-desk-manager', 'supplier-manager', 'escalation'] },
  rejected: { to: ['contact'], cc: ['relationship-manager', 'service-level-manager'] },
  abandoned: { to: ['contact'], cc: ['relationship-manager', 'service-level-manager'] },
};

/** An agreement's Word file in a message that a mail program opens for editing; nothing is sent. `roles` name who gets it, without copies. */
export async function composeMail(context: CoreContext, input: MailInput): Promise<ComposedMail> {
  const { mailAddress, mailDraft } = await import('#electron/documents/mail.ts');
  const exported = await exportedFile(context, input);
  const { plan } = exported;
  const { sender, people, own } = context.store.read((reader) => {
    const { personId } = context.actor;
    return { sender: personId === null ? null : findPerson(reader, personId), people: listPeople(reader, { agreementId: plan.agreement.id }), own: workspaceRow(reader).organisation?.name ?? null };
  });
  const wanted = input.roles === undefined ? receivers[plan.version.state] : { to: input.roles, cc: [] };
  const without: string[] = [];
  const addressesOf = (roles: readonly PersonRole[], taken: ReadonlySet<string>): MailAddressView[] =>
    namesOf(plan, roles).flatMap(({ name, organisation }) => {
      const person = people.find((one) => one.name === name && one.organisation === organisation);
      if (taken.has(`${name}\n${organisation}`) || (person !== undefined && person.id === sender?.id)) return [];
      const email = person?.email ?? null;
      const address = email === null ? null : mailAddress(name, email);
      if (address === null) without.push(name);
      return address === null ? [] : [{ ...address, organisation }];
    });
  const to = addressesOf(wanted.to, new Set());
  const cc = addressesOf(wanted.cc, new Set(namesOf(plan, wanted.to).map(({ name, organisation }) => `${name}\n${organisation}`)));
  const bytes = mailDraft({
    from: sender === null || sender.email === null ? null : mailAddress(sender.name, sender.email),
    to, cc, subject: subjectOf(exported), text: textOf(exported, [sender?.name ?? null, sender?.organisation ?? own]), at: context.clock(),
    attachment: { name: exported.name, mediaType: wordMediaType, bytes: exported.bytes },
    boundary: `parley-${exported.sha256.slice(0, 40)}`,
  });
  return { name: exported.name.replace(/\.docx$/u, '.eml'), bytes, to, cc, without: [...new Set(without)] };
}

/** Everybody who holds one of the roles on the agreement, once, in the document's order. */
function namesOf({ document }: SigningPlan, roles: readonly PersonRole[]): { readonly name: string; readonly organisation: string }[] {
  const found = document.people.filter((person) => roles.includes(person.role));
  return [...new Map(found.map(({ name, organisation }) => [`${name}\n${organisation}`, { name, organisation }])).values()];
}

function subjectOf({ plan, language }: Exported): string {
  return fillPattern(agreementWords(language).mail.subject, { number: plan.agreement.number, title: plan.document.title, version: plan.version.version });
}

function textOf({ plan, language, sha256 }: Exported, signature: readonly (string | null)[]): string {
  const words = agreementWords(language);
  const { mail } = words;
  const { state, version } = plan.version;
  const { term, title } = plan.document;
  const body = state === 'signed' ? mail.signed : state === 'approved' || state === 'signing' ? mail.ready : mail.draft;
  return [
    mail.hello,
    '',
    [fillPattern(body, { version, number: plan.agreement.number, title }), ...(term === undefined ? [] : [fillPattern(mail.term, { from: longDate(term.from, words), to: longDate(term.to, words) })])].join(' '),
    ...(state === 'signed' ? ['', fillPattern(mail.hash, { hash: sha256 })] : []),
    '',
    mail.bye,
    ...signature.filter((line) => line !== null),
    '',
  ].join('\n');
}
