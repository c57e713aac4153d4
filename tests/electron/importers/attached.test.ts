import { describe, expect, it } from 'vitest';
import { addAttachment, pinRow, removeAttachment } from '#db/attachments/commands.ts';
import { listAttachments, recordOf } from '#db/attachments/queries.ts';
import { attachedCount } from '#db/imports/attached.ts';
import type { Store } from '#db/store.ts';
import { count, csv, importContent, logRows, temporaryWorkspace, undo } from './importing.ts';

const bytes = new TextEncoder().encode('a report');

function ticketNo(store: Store, key: string): number {
  return store.read((reader) => reader.value<number>('SELECT no FROM tickets WHERE key = ?', key)) ?? 0;
}

function attach(store: Store, kind: 'ticket' | 'outage', no: number, name = 'report.pdf'): string {
  return store.write({ command: 'attachments.add' }, (tx) => {
    const known = recordOf(tx, { kind, id: String(no) });
    const record = typeof known === 'string' ? known : pinRow(tx, { kind, no });
    addAttachment(tx, record, name, [bytes]);
    return record;
  });
}

function filesOf(store: Store, kind: 'ticket' | 'outage', no: number): string[] {
  return store.read((reader) => {
    const record = recordOf(reader, { kind, id: String(no) });
    return typeof record === 'string' ? listAttachments(reader, record).map(({ name }) => name) : [];
  });
}

describe('files attached to what an import brought', () => {
  it('go with it, and come back with their ticket when the file is imported again', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv());
    attach(store, 'ticket', ticketNo(store, 'INC2'));
    attach(store, 'ticket', ticketNo(store, 'INC2'), 'second.pdf');
    expect(store.read((reader) => attachedCount(reader, 1))).toBe(2);
    undo(store, id ?? '');
    expect([count(store, 'tickets'), count(store, 'attachments'), count(store, 'pinned_rows')]).toEqual([0, 0, 0]);
    const again = await importContent(store, csv(logRows.toReversed()));
    expect(filesOf(store, 'ticket', ticketNo(store, 'INC2'))).toEqual(['report.pdf', 'second.pdf']);
    expect(filesOf(store, 'ticket', ticketNo(store, 'INC1'))).toEqual([]);
    undo(store, again.import ?? '');
    await importContent(store, csv());
    expect(filesOf(store, 'ticket', ticketNo(store, 'INC2'))).toEqual(['report.pdf', 'second.pdf']);
  });

  it('wait as long as their ticket does not come again', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv());
    attach(store, 'ticket', ticketNo(store, 'INC1'));
    undo(store, id ?? '');
    await importContent(store, csv(logRows.slice(3)));
    expect(count(store, 'attachments')).toBe(0);
    await importContent(store, csv());
    expect(filesOf(store, 'ticket', ticketNo(store, 'INC1'))).toEqual(['report.pdf']);
  });

  it('stand beside files that the ticket got meanwhile', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv());
    attach(store, 'ticket', ticketNo(store, 'INC1'));
    undo(store, id ?? '');
    await importContent(store, csv(logRows.slice(3)));
    attach(store, 'ticket', ticketNo(store, 'INC2'), 'new.pdf');
    await importContent(store, csv());
    expect([filesOf(store, 'ticket', ticketNo(store, 'INC1')), filesOf(store, 'ticket', ticketNo(store, 'INC2'))]).toEqual([['report.pdf'], ['new.pdf']]);
  });

  it('never come to another ticket that would have the number of theirs', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv());
    const no = ticketNo(store, 'INC2');
    const record = attach(store, 'ticket', no);
    store.write({ command: 'attachments.remove' }, (tx) => removeAttachment(tx, listAttachments(tx, record)[0]?.id ?? '', record));
    undo(store, id ?? '');
    await importContent(store, csv());
    expect(ticketNo(store, 'INC1')).toBeGreaterThan(no);
  });

  it('of an outage go and come back the same way', async () => {
    const store = temporaryWorkspace();
    const text = 'service,start,end\nMail,2026-01-12 10:00,2026-01-12 11:00\n';
    const { import: id } = await importContent(store, text, { kind: 'outages' });
    const outageNo = (): number => store.read((reader) => reader.value<number>('SELECT no FROM outages')) ?? 0;
    attach(store, 'outage', outageNo());
    undo(store, id ?? '');
    expect([count(store, 'outages'), count(store, 'attachments')]).toEqual([0, 0]);
    await importContent(store, text, { kind: 'outages' });
    expect(filesOf(store, 'outage', outageNo())).toEqual(['report.pdf']);
  });
});

describe('an exclusion that names a ticket of an import', () => {
  it('keeps the import, and the refusal says of which agreement and ticket', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv());
    store.write({ command: 'exclusions.propose' }, (tx) => {
      const record = pinRow(tx, { kind: 'ticket', no: tx.value<number>("SELECT no FROM tickets WHERE key = 'INC1'") ?? 0 });
      tx.run("INSERT INTO agreements (id, number, kind, level, title, zone, currency) VALUES ('a', 'SLA-1', 'sla', 'service', 'Mail for Acme', 'UTC', 'EUR')");
      tx.run("INSERT INTO exclusions (id, agreement_id, subject_id, kind, reason, state) VALUES ('e', 'a', ?, 'customer-caused', 'no answer', 'proposed')", record);
    });
    expect(() => undo(store, id ?? '')).toThrow(expect.objectContaining({ code: 'conflict', message: 'An exclusion of Mail for Acme names INC1, which this import brought.', wayOut: 'Remove the exclusion from that agreement first, then undo the import.' }));
    expect(count(store, 'tickets')).toBe(2);
  });
});
