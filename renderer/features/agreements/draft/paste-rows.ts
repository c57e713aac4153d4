import { columnsByHead, type PasteCell, type PastePlan } from '#renderer/ui/paste/paste-plan.ts';
import type { DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument, Priority } from '#shared/agreements/model.ts';
import type { Term } from '#shared/agreements/terms.ts';
import { durationText, parseDurationText } from '#shared/format/duration-text.ts';
import { t } from '#shared/messages/messages.ts';

type Rows = readonly (readonly string[])[];
type Edit = (edits: readonly DocumentEdit[]) => Promise<unknown>;
type ClockTerm = Extract<Term, { type: 'response' | 'resolution' }>;

const priorityWords = {
  id: ['id', 'short name', 'priority', 'code', 'key'],
  name: ['name'],
  definition: ['definition', 'meaning', 'description'],
  values: ['values', 'in tickets', 'words in the tickets', 'ticket values'],
} as const;

/** Longest texts that a priority takes. */
const longest = { id: 100, name: 500, definition: 5000, values: 5000 } as const;

/** Priorities of a spreadsheet: one whose short name is there already is changed, others are added, as one step. */
export function prioritiesPaste(rows: Rows, document: AgreementDocument, edit: Edit): PastePlan {
  const { at, body } = columnsByHead(rows, priorityWords);
  const priorities = [...document.priorities];
  const cells = body.flatMap((row, index): readonly PasteCell[] => {
    const id = row[at.id] ?? '';
    const place = priorities.findIndex((priority) => priority.id.toLowerCase() === id.toLowerCase());
    const present = priorities[place];
    if (id === '' || id.length > longest.id) return [{ key: `${index}`, where: t('agreements.priority'), before: '', now: id, fault: t(id === '' ? 'table.pasteNoName' : 'table.pasteTooLong') }];
    const next: Priority = { id: present?.id ?? id, name: present?.name ?? id, definition: present?.definition ?? '', values: present?.values ?? [] };
    const result: PasteCell[] = present === undefined ? [{ key: `${index} id`, where: id, before: '', now: id, fault: null }] : [];
    for (const part of ['name', 'definition', 'values'] as const) {
      const now = row[at[part]] ?? '';
      if (now === '') continue;
      const before = present === undefined ? '' : part === 'values' ? present.values.join(', ') : present[part];
      const isGood = now.length <= longest[part];
      result.push({ key: `${index} ${part}`, where: `${id}, ${t(`table.paste-${part}`)}`, before, now, fault: isGood ? null : t('table.pasteTooLong') });
      if (!isGood) continue;
      if (part === 'values') next.values = [...new Set(now.split(/[,;\n]/u).map((value) => value.trim()).filter((value) => value !== ''))];
      else next[part] = now;
    }
    if (present === undefined) priorities.push(next);
    else priorities[place] = next;
    return result;
  });
  return { cells, take: () => edit([{ kind: 'set-priorities', priorities }]) };
}

const targetWords = {
  priority: ['priority', 'id', 'short name'],
  response: ['response', 'response within', 'respond within', 'response time'],
  resolution: ['resolution', 'resolution within', 'resolve within', 'resolution time'],
  responseShare: ['response %', 'response at least', 'response at least %'],
  resolutionShare: ['resolution %', 'resolution at least', 'resolution at least %', 'at least', '%'],
} as const;

/** Times and shares of a spreadsheet for the targets that the draft has, a row a priority, as one step. New targets are not made of it: they need a clock. */
export function targetsPaste(rows: Rows, document: AgreementDocument, edit: Edit): PastePlan {
  const { at, body } = columnsByHead(rows, targetWords);
  const changed = new Map<string, ClockTerm>();
  const cells = body.flatMap((row, index): readonly PasteCell[] => {
    const id = row[at.priority] ?? '';
    const priority = document.priorities.find((one) => [one.id, one.name].some((name) => name.toLowerCase() === id.toLowerCase()));
    return (['response', 'resolution'] as const).flatMap((type): readonly PasteCell[] => {
      const term = document.terms.find((one): one is ClockTerm => one.type === type && one.priority === priority?.id);
      const where = `${id}, ${t(`agreements.new-${type}`)}`;
      const texts = { within: row[at[type]] ?? '', share: row[at[type === 'response' ? 'responseShare' : 'resolutionShare']] ?? '' };
      const given = (['within', 'share'] as const).filter((part) => texts[part] !== '');
      if (term === undefined) return given.map((part) => ({ key: `${index} ${type} ${part}`, where, before: '', now: texts[part], fault: t('table.pasteUnknownTarget', { name: `${id} ${t(`agreements.new-${type}`)}`.trim() }) }));
      return given.map((part) => {
        const next = changed.get(term.id) ?? term;
        const read = part === 'within' ? withinOf(next, texts.within) : shareOf(next, texts.share);
        if (read !== null) changed.set(term.id, read);
        return { key: `${index} ${type} ${part}`, where, before: part === 'within' ? durationText(term.within) : String(term.atLeastPercent), now: read === null ? texts[part] : part === 'within' ? durationText(read.within) : String(read.atLeastPercent), fault: read === null ? t(part === 'within' ? 'table.pasteBadDuration' : 'table.pasteBadPercent') : null };
      });
    });
  });
  return { cells, take: () => edit([...changed.values()].map((term) => ({ kind: 'set-term', term }))) };
}

function withinOf(term: ClockTerm, text: string): ClockTerm | null {
  const { kind } = term.within;
  const within = parseDurationText(text, { hours: kind === 'elapsed-hours' ? kind : 'business-hours', days: kind === 'calendar-days' ? kind : 'business-days' });
  return within === null ? null : { ...term, within };
}

function shareOf(term: ClockTerm, text: string): ClockTerm | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,7})?)\s*%?$/u.exec(text);
  const share = match === null ? Number.NaN : Number((match[1] ?? '').replace(',', '.'));
  return Number.isNaN(share) || share > 100 ? null : { ...term, atLeastPercent: share };
}
