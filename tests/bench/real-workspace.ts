import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore, type Core } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import type { ParleyClient } from '#shared/contract.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

/** The real incident log in a workspace of its own, measured by a draft with one target for each of four priorities. */
export type RealWorkspace = { readonly data: string; readonly config: string; readonly core: Core; readonly client: ParleyClient; readonly agreement: string; close(): Promise<void>; remove(): Promise<void> };

/** A year that the log covers. */
export const realYear = { from: '2016-03-01', to: '2017-03-01' } as const;

/** Null where the log is not here. The workspace is open; `close` lets a host have it, `remove` takes it away. */
export async function openRealWorkspace(): Promise<RealWorkspace | null> {
  const log = sharedData('tickets/uci-incident-event-log.zip');
  if (log === null) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  const [data, config] = [path.join(folder, 'data'), path.join(folder, 'config')];
  const core = openCore({ data, config });
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'Sample provider', person: 'Sample Person' });
  const transfer = core.context.files.adopt(log, statSync(log).size);
  const job = await client.imports.start({ file: transfer.id, settings: { kind: 'tickets', customer: 'Sample customer', service: 'Sample service', zone: 'Europe/Lisbon' } });
  await client.imports.result({ id: job.id });
  const { id } = await client.agreements.create(fourTargets());
  let isOpen = true;
  async function close(): Promise<void> {
    if (isOpen) await core.close();
    isOpen = false;
  }
  return {
    data, config, core, client, agreement: id, close,
    remove: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fourTargets(): AgreementDocument {
  const hours = ['08:00', '18:00'];
  const open = [hours];
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1',
    kind: 'sla',
    title: 'Bench',
    zone: 'Europe/Lisbon',
    parties: [{ side: 'provider', organisation: 'Sample provider' }, { side: 'customer', organisation: 'Sample customer' }],
    services: [{ service: 'Sample service' }],
    term: { from: '2016-01-01', to: '2017-12-31' },
    calendars: { office: { tz: 'Europe/Lisbon', week: { mon: open, tue: open, wed: open, thu: open, fri: open }, holidays: ['2016-04-25', '2016-05-01', '2016-06-10', '2016-12-25', '2017-01-01'] } },
    serviceHours: 'office',
    priorities: ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'].map((value, index) => ({ id: `P${index + 1}`, name: value, values: [value] })),
    terms: [4, 8, 24, 72].map((within, index) => ({
      id: `T-00${index + 1}`, type: 'resolution', priority: `P${index + 1}`, within: { kind: 'business-hours', seconds: within * 3600 }, calendar: 'office',
      atLeastPercent: 90, period: 'calendar-month', pauseReasons: ['customer', 'supplier', 'problem', 'evidence'], source: 'incident log',
    })),
  });
}
