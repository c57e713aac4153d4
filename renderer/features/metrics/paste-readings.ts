import { client } from '#renderer/app/client.ts';
import type { Saving } from '#renderer/app/saving.ts';
import type { PasteCell, PastePlan } from '#renderer/ui/paste/paste-plan.ts';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { ReadingInput } from '#shared/metrics/model.ts';
import { cellText, firstDay, lastDay, readCell, unitOf, type MetricLine } from './grid-model.ts';

/** Cells pasted into the grid from one of its cells on: to the right the months, downwards the lines. Empty ones change nothing. */
export function readingsPaste(rows: readonly (readonly string[])[], lines: readonly MetricLine[], months: readonly string[], at: { readonly line: number; readonly month: number }, save: Saving['save']): PastePlan {
  const readings: ReadingInput[] = [];
  const cells = rows.flatMap((row, down) => row.flatMap((text, right): readonly PasteCell[] => {
    if (text === '') return [];
    const [line, month] = [lines[at.line + down], months[at.month + right]];
    const key = `${down} ${right}`;
    if (line === undefined || month === undefined) return [{ key, where: t('table.pasteCell', { row: down + 1, column: right + 1 }), before: '', now: text, fault: t('table.pasteOutside') }];
    const reading = line.byMonth.get(month);
    const value = readCell(text, unitOf(line));
    const cell = { key, where: `${line.metric}, ${monthText(month)}`, before: cellText(reading) };
    if (value === null) return [{ ...cell, now: text, fault: t('table.pasteNoValue') }];
    const input: ReadingInput = { metric: line.metric, from: firstDay(month), to: lastDay(month), ...value, service: line.service, customer: line.customer, note: reading?.note ?? null };
    const now = String(Math.round((value.value ?? 0) * 1000) / 1000);
    if (now !== cell.before) readings.push(input);
    return [{ ...cell, now, fault: null }];
  }));
  return { cells, take: () => save('readings.paste', () => client.readings.paste({ readings })) };
}
