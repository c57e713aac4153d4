import type { DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { plainSentence, termName, termRules, termSentence } from '#shared/agreements/sentences.ts';
import { describeWeek } from '#shared/calendar/describe.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { itemWords, roleWords } from '../words.ts';

/** What a document says in the part that an edit touches, in words: equal words, equal part. */
export function partWords(document: AgreementDocument, edit: DocumentEdit): string {
  switch (edit.kind) {
    case 'set-term':
      return termWords(document, edit.term.id);
    case 'remove-term':
    case 'move-term':
      return termWords(document, edit.term);
    case 'set-head':
      return [document.title, document.zone, document.currency, t(`agreements.language-${document.language}`)].join(', ');
    case 'set-dates': {
      const { term, notice, renewal, review, takeover } = document;
      const months = notice?.months === undefined ? null : t('agreements.months', { count: notice.months });
      const days = notice?.days === undefined ? null : t('agreements.days', { count: notice.days });
      return [
        term === undefined ? null : `${dateText(term.from)} – ${dateText(term.to)}`, months ?? days, notice?.businessDay ?? null,
        renewal.kind === 'automatic' ? t('agreements.renewsFor', { months: t('agreements.months', { count: renewal.months }) }) : t('agreements.renewsNot'), t('agreements.months', { count: review.everyMonths }), takeover,
      ].filter((part) => part !== null).join(', ');
    }
    case 'set-parties':
      return document.parties.map((party) => `${party.organisation} (${t(`agreements.side-${party.side}`)})`).join(', ');
    case 'set-services':
      return document.services.map((service) => (service.site === undefined ? service.service : `${service.service}, ${service.site}`)).join('; ');
    case 'set-people':
      return document.people.map((person) => `${person.name}, ${person.organisation}: ${roleWords(person.role)}`).join('; ');
    case 'set-calendar': {
      const calendar = document.calendars[edit.name];
      return calendar === undefined ? t('agreements.notWritten') : `${edit.name}: ${describeWeek(calendar)}, ${calendar.tz}, ${(calendar.closures ?? []).map((closure) => `${closure.from} ${closure.to} ${closure.label ?? ''}`).join(', ')}`;
    }
    case 'set-service-hours':
      return typeof document.serviceHours === 'string' ? document.serviceHours : document.serviceHours === undefined ? t('agreements.notWritten') : describeWeek(document.serviceHours);
    case 'set-priorities':
      return document.priorities.map((priority) => `${priority.id} ${priority.name}: ${priority.definition} ${priority.values.join(', ')}`).join('; ');
    case 'set-not-applicable':
      return document.notApplicable.map((entry) => `${itemWords(entry.item)}: ${entry.reason}`).join('; ');
  }
}

function termWords(document: AgreementDocument, code: string): string {
  const term = document.terms.find((candidate) => candidate.id === code);
  if (term === undefined) return t('agreements.notWritten');
  return [`${termName(term)}.`, plainSentence(termSentence(term, document)), ...termRules(term, document).map(plainSentence)].join(' ');
}
