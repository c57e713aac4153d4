import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Meaning } from '#shared/ledger/meaning.ts';
import type { StateClass } from '#shared/ledger/model.ts';
import type { TicketTimeline, TimelineEvent } from '#shared/ledger/timeline.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

export type UciTicket = { readonly key: string; readonly timeline: TicketTimeline };
export type UciLog = { readonly tickets: readonly UciTicket[]; readonly meaning: Meaning };

/** The real incident log as timelines and the meaning of its values, or null where the file is not there. Times are read as UTC. */
export function readUciLog(pausing: boolean): UciLog | null {
  const file = sharedData('tickets/uci-incident-event-log.zip');
  if (file === null) return null;
  const unzipped = unzipSync(readFileSync(file));
  const csv = Object.entries(unzipped).find(([name]) => name.endsWith('.csv'))?.[1];
  if (csv === undefined) throw new Error('no CSV in the zip');
  const lines = strFromU8(csv).split(/\r?\n/);
  const columns = (lines[0] ?? '').split(',');
  const place = (name: string): number => columns.indexOf(name);
  const [number, state, priority, group, count, updated, opened, resolved, closed] = ['number', 'incident_state', 'priority', 'assignment_group', 'sys_mod_count', 'sys_updated_at', 'opened_at', 'resolved_at', 'closed_at'].map(place);
  const states = new Map<string, number>();
  const priorities = new Map<string, number>();
  const teams = new Map<string, number>();
  const rows = new Map<string, { row: string[]; at: number; count: number }[]>();
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const row = line.split(',');
    const key = row[number ?? 0] ?? '';
    const list = rows.get(key) ?? [];
    list.push({ row, at: timeOf(row[updated ?? 0]) ?? 0, count: Number(row[count ?? 0]) });
    rows.set(key, list);
  }
  const tickets = [...rows].map(([key, list]): UciTicket => {
    list.sort((one, other) => one.at - other.at || one.count - other.count);
    const last = list.at(-1)?.row ?? [];
    const counts = [...new Set(list.map((entry) => entry.count))].sort((one, other) => one - other);
    const events = list.map(({ row, at }): TimelineEvent => ({ at, status: numberOf(states, row[state ?? 0]), priority: numberOf(priorities, row[priority ?? 0]), team: numberOf(teams, row[group ?? 0]) }));
    return {
      key,
      timeline: {
        openedAt: timeOf(last[opened ?? 0]) ?? 0, firstResponseAt: null, resolvedAt: timeOf(last[resolved ?? 0]), closedAt: timeOf(last[closed ?? 0]), holdMs: null, hasHistory: true,
        missingUpdates: counts.reduce((sum, value, index) => sum + (index === 0 ? value : value - (counts[index - 1] ?? value) - 1), 0),
        events,
      },
    };
  });
  return {
    tickets,
    meaning: {
      status: new Map([...states].map(([value, no]) => [no, { value, ...(classes[value] ?? { stateClass: null, pauseReason: null }), ...(pausing || !value.startsWith('Awaiting') ? {} : { stateClass: 'active' as const, pauseReason: null }) }])),
      priority: new Map([...priorities].map(([value, no]) => [no, { value, mapped: null }])),
      team: new Map([...teams].map(([value, no]) => [no, value])),
    },
  };
}

const classes: Readonly<Record<string, { stateClass: StateClass; pauseReason: string | null }>> = {
  New: { stateClass: 'new', pauseReason: null },
  Active: { stateClass: 'active', pauseReason: null },
  'Awaiting User Info': { stateClass: 'waiting', pauseReason: 'customer' },
  'Awaiting Vendor': { stateClass: 'waiting', pauseReason: 'supplier' },
  'Awaiting Problem': { stateClass: 'waiting', pauseReason: 'problem' },
  'Awaiting Evidence': { stateClass: 'waiting', pauseReason: 'evidence' },
  Resolved: { stateClass: 'resolved', pauseReason: null },
  Closed: { stateClass: 'closed', pauseReason: null },
};

function numberOf(dictionary: Map<string, number>, value: string | undefined): number | null {
  if (value === undefined || value === '?') return null;
  const known = dictionary.get(value);
  if (known !== undefined) return known;
  dictionary.set(value, dictionary.size + 1);
  return dictionary.size;
}

function timeOf(text: string | undefined): number | null {
  const match = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text ?? '');
  if (match === null) return null;
  const [, day, month, year, hour, minute] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
}
