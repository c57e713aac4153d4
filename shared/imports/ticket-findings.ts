import { countText } from '#shared/format/figures.ts';
import type { StateClass } from './profile.ts';
import type { Finding } from './problems.ts';
import { missingUpdates, type TicketSummary } from './ticket-log.ts';
import type { TicketRow } from './ticket-rows.ts';

/** Counts what is odd about tickets that are taken in all the same. */
export class TicketFindings {
  #tickets = 0;
  #missing = 0;
  #withGaps = 0;
  #sameMinute = 0;
  #notDerivable = 0;
  #stopsDiffer = 0;
  #priorityChanged = 0;
  #beforeOpened = 0;
  #closedFirst = 0;
  #onlyClosed = 0;
  #withoutHistory = 0;

  add(summary: TicketSummary, rows: readonly TicketRow[], isLog: boolean, classOf: (state: string | null) => StateClass | null): void {
    this.#tickets += 1;
    const { resolved, closed } = summary;
    if (resolved !== null && closed !== null && closed < resolved) this.#closedFirst += 1;
    if (!isLog) {
      this.#withoutHistory += 1;
      return;
    }
    if (resolved === null && closed !== null) this.#onlyClosed += 1;
    const [first] = rows;
    if (first === undefined) return;
    if (classOf(first.state) !== 'new') this.#notDerivable += 1;
    if (first.at < summary.openedAt) this.#beforeOpened += 1;
    this.#addCounts(rows);
    const stop = resolved ?? closed;
    const firstStopped = rows.find((row) => isStopped(classOf(row.state)));
    if (stop !== null && firstStopped !== undefined && firstStopped.at !== stop) this.#stopsDiffer += 1;
    if (rows.some((row) => row.priority !== first.priority && row.priority !== null)) this.#priorityChanged += 1;
  }

  #addCounts(rows: readonly TicketRow[]): void {
    this.#missing += missingUpdates(rows.map((row) => row.updates));
    let [same, lowest, highest] = [0, Infinity, -Infinity];
    const counts = new Set<number>();
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined) continue;
      if (index > 0 && row.at === rows[index - 1]?.at) same += 1;
      if (row.updates === null) continue;
      counts.add(row.updates);
      lowest = Math.min(lowest, row.updates);
      highest = Math.max(highest, row.updates);
    }
    this.#sameMinute += same;
    if (highest - lowest + 1 > counts.size) this.#withGaps += 1;
  }

  list(): Finding[] {
    const found: Finding[] = [
      { code: 'history-incomplete', count: this.#missing, text: `updates are missing; ${countText(this.#withGaps)} of ${countText(this.#tickets)} tickets have gaps, their pauses may be too short` },
      { code: 'same-time', count: this.#sameMinute, text: 'rows repeat the time of another row of their ticket; put in order by update number' },
      { code: 'response-not-derivable', count: this.#notDerivable, text: 'tickets do not begin in New: their response is not derivable' },
      { code: 'stop-differs', count: this.#stopsDiffer, text: 'tickets are first seen resolved or closed at another time than they say: the time they say counts' },
      { code: 'stop-from-closed', count: this.#onlyClosed, text: 'tickets have no time of resolution: the time of closing counts' },
      { code: 'priority-changed', count: this.#priorityChanged, text: 'tickets change their priority: the one at the stop counts' },
      { code: 'event-before-opened', count: this.#beforeOpened, text: 'tickets have a row before they were opened' },
      { code: 'closed-before-resolved', count: this.#closedFirst, text: 'tickets are closed before they are resolved' },
      { code: 'no-history', count: this.#withoutHistory, text: 'tickets have one row each: their pauses cannot be derived again' },
    ];
    return found.filter(({ count }) => count > 0);
  }
}

function isStopped(stateClass: StateClass | null): boolean {
  return stateClass === 'resolved' || stateClass === 'closed';
}
