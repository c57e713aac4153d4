import { asc, eq } from 'drizzle-orm';
import { contentOfHours, contentOfLifecycle, contentOfPriority, contentOfTerm, type PinnedCalendar, type TermContent } from '#shared/agreements/contents.ts';
import { lifecycleRulesOf } from '#shared/agreements/lifecycle-rules.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { calendarSlot, codeLetters, lifecycleSlot, prioritySlot, serviceHoursSlot, slotOf, type Slot } from '#shared/agreements/topics.ts';
import { ParleyError } from '#shared/errors.ts';
import { ensureCalendarVersion } from '../calendars/commands.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import { keepContent } from './contents.ts';
import { pointersOf } from './document.ts';
import { writeParties, writeRoles, writeServices } from './parties.ts';
import { ranksFor } from './ranks.ts';
import type { AgreementRow, VersionRow } from './queries.ts';
import { agreements, agreementVersions, terms, versionTerms } from './tables.ts';

/**
 * Makes the rows of an unsealed version say what the document says, touching only what differs. Organisations, services, sites and
 * people that are only named are created; calendars are matched by name and content. The document has passed `checkReferences`.
 */
export function writeDocument(tx: Tx, agreement: AgreementRow, version: VersionRow, document: AgreementDocument): void {
  const { title, zone, currency } = document;
  if (agreement.title !== title || agreement.zone !== zone || agreement.currency !== currency) {
    tx.drizzle.update(agreements).set({ title, zone, currency }).where(eq(agreements.id, agreement.id)).run();
  }
  const head = { language: document.language, validFromOn: document.term?.from ?? null, validToOn: document.term?.to ?? null, takeover: document.takeover };
  if (version.language !== head.language || version.validFromOn !== head.validFromOn || version.validToOn !== head.validToOn || version.takeover !== head.takeover) {
    tx.drizzle.update(agreementVersions).set(head).where(eq(agreementVersions.id, version.id)).run();
  }
  writeParties(tx, version.id, document);
  writeServices(tx, version.id, document);
  writeRoles(tx, agreement.id, document);
  writeTerms(tx, agreement.id, version.id, document);
}

/** One term of the document: where it stands in the vocabulary, its own code where the document gives one, and what it says. */
type Entry = { readonly slot: Slot; readonly code: string | null; readonly letter: string; readonly path: string; readonly content: TermContent };

function writeTerms(tx: Tx, agreementId: string, versionId: string, document: AgreementDocument): void {
  const entries = entriesOf(tx, document);
  const identities = new Identities(tx, agreementId);
  const wanted = entries.map((entry) => ({ termId: identities.termOf(entry), hash: keepContent(tx, entry.content) }));
  const present = new Map(pointersOf(tx, versionId).map((pointer) => [pointer.termId, pointer]));
  const ranks = ranksFor(wanted.map(({ termId }) => present.get(termId)?.rank ?? null));
  const kept = new Set(wanted.map(({ termId }) => termId));
  for (const pointer of present.values()) {
    if (!kept.has(pointer.termId)) tx.drizzle.delete(versionTerms).where(eq(versionTerms.id, pointer.id)).run();
  }
  wanted.forEach(({ termId, hash }, index) => {
    const pointer = present.get(termId);
    const rank = ranks[index] ?? '';
    if (!pointer) {
      tx.drizzle.insert(versionTerms).values({ id: newId(), versionId, termId, contentHash: hash, rank, negotiation: 'open' }).run();
    } else if (pointer.hash !== hash || pointer.rank !== rank) {
      tx.drizzle.update(versionTerms).set({ contentHash: hash, rank }).where(eq(versionTerms.id, pointer.id)).run();
    }
  });
}

function entriesOf(tx: Tx, document: AgreementDocument): Entry[] {
  const versions = new Map(Object.entries(document.calendars).map(([name, definition]) => [name, ensureCalendarVersion(tx, name, definition)]));
  const pinned: PinnedCalendar = (reference) => (typeof reference === 'string' ? (versions.get(reference) ?? null) : null);
  const entries: Entry[] = [{ slot: lifecycleSlot, code: null, letter: codeLetters.lifecycle, path: '', content: contentOfLifecycle(lifecycleRulesOf(document)) }];
  if (document.serviceHours !== undefined) {
    entries.push({ slot: serviceHoursSlot, code: null, letter: codeLetters.hours, path: 'serviceHours', content: contentOfHours(null, pinned(document.serviceHours), { calendar: document.serviceHours }) });
  }
  for (const [name, versionId] of versions) {
    entries.push({ slot: calendarSlot(name), code: null, letter: codeLetters.hours, path: `calendars.${name}`, content: contentOfHours(name, versionId, {}) });
  }
  document.priorities.forEach((priority, i) => entries.push({ slot: prioritySlot(priority.id), code: null, letter: codeLetters.priority, path: `priorities[${i}]`, content: contentOfPriority(priority) }));
  document.terms.forEach((term, i) => entries.push({ slot: slotOf(term), code: term.id, letter: 'T', path: `terms[${i}].id`, content: contentOfTerm(term, document.language, pinned) }));
  return entries;
}

/** The terms of an agreement by code and by slot: an identity lives as long as its agreement and is never reused for another topic. */
class Identities {
  readonly #tx: Tx;
  readonly #agreementId: string;
  readonly #byCode = new Map<string, { id: string; topic: string }>();
  readonly #bySlot = new Map<string, string>();

  constructor(tx: Tx, agreementId: string) {
    this.#tx = tx;
    this.#agreementId = agreementId;
    const rows = tx.drizzle.select().from(terms).where(eq(terms.agreementId, agreementId)).orderBy(asc(terms.id)).all();
    for (const row of rows) {
      this.#byCode.set(row.code, { id: row.id, topic: row.topic });
      if (!row.code.startsWith('T')) this.#bySlot.set(slotKey(row), row.id);
    }
  }

  termOf(entry: Entry): string {
    const { slot } = entry;
    if (entry.code === null) return this.#bySlot.get(slotKey(slot)) ?? this.#add(this.#freeCode(entry.letter), slot);
    const present = this.#byCode.get(entry.code);
    if (!present) return this.#add(entry.code, slot);
    if (present.topic === slot.topic) return present.id;
    const message = `${entry.code} is a term about ${present.topic} in this agreement; a code is never used again for ${slot.topic}`;
    throw new ParleyError('invalid-input', `${entry.path}: ${message}`, { details: [{ path: entry.path, message }], wayOut: 'Give the term a new code.' });
  }

  #add(code: string, slot: Slot): string {
    const id = newId();
    this.#tx.drizzle.insert(terms).values({ id, agreementId: this.#agreementId, code, ...slot }).run();
    this.#byCode.set(code, { id, topic: slot.topic });
    this.#bySlot.set(slotKey(slot), id);
    return id;
  }

  #freeCode(letter: string): string {
    let number = 1;
    while (this.#byCode.has(codeOf(letter, number))) number += 1;
    return codeOf(letter, number);
  }
}

function codeOf(letter: string, number: number): string {
  return `${letter}-${String(number).padStart(3, '0')}`;
}

function slotKey(slot: { readonly topic: string; readonly facet: string }): string {
  return `${slot.topic}\n${slot.facet}`;
}
