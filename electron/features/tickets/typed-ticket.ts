import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { typedSource } from '#db/imports/typed.ts';
import { typedTicketNo } from '#db/tickets/queries.ts';
import type { Store } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { importSettingsSchema } from '#shared/imports/model.ts';
import { parseInstant } from '#shared/time/instant.ts';
import type { TicketInput } from '#shared/tickets/model.ts';
import { runImport } from '#electron/importers/run-import.ts';

/**
 * A typed ticket is an import of one row: it has the same checks, log, images and undo as any other. Answers the ticket's number.
 * Throws `invalid-input` with what is wrong with its times.
 */
export async function saveTypedTicket(store: Store, actorId: string | null, input: TicketInput, zone: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-ticket-'));
  try {
    const file = path.join(folder, 'ticket.csv');
    writeFileSync(file, asCsv(input, zone), { mode: 0o600 });
    const settings = importSettingsSchema.parse({ kind: 'tickets', profile: 'generic-tickets', source: typedSource, zone });
    const host = { store, actorId, report: () => undefined, checkpoint: () => undefined };
    const { quarantine } = await runImport(host, { file, name: `${input.key}.csv`, settings, dryRun: false }, { refuseQuarantine: true });
    const [problem] = quarantine;
    if (problem) throw new ParleyError('invalid-input', `${problem.reason}.`, { details: [{ path: problem.code, message: problem.reason }], wayOut: 'Correct it and save again.' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const no = store.read((reader) => typedTicketNo(reader, input.key));
  if (no === null) throw new Error('A saved ticket is not there.');
  return no;
}

function asCsv(input: TicketInput, zone: string): string {
  const time = (text: string | undefined): string => (text === undefined ? '' : new Date(parseInstant(text, zone)).toISOString());
  const row: Readonly<Record<string, string>> = {
    key: input.key,
    title: input.title ?? '',
    opened: time(input.opened),
    first_response: time(input.firstResponse),
    resolved: time(input.resolved),
    closed: time(input.closed),
    state: input.state ?? '',
    priority: input.priority ?? '',
    type: input.type ?? '',
    group: input.group ?? '',
    customer: input.customer ?? '',
    service: input.service ?? '',
    site: input.site ?? '',
    hold_minutes: input.holdMinutes === undefined ? '' : String(input.holdMinutes),
  };
  return `${Object.keys(row).join(',')}\n${Object.values(row).map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`;
}
