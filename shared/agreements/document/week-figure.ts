import { timeOfMinute, type MinuteRange } from '#shared/calendar/model.ts';
import type { DraftBlock, Figure } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { box, figureColours, label, labelWidth, line, pointsPerMm, svgOf } from '#shared/documents/svg.ts';
import { paragraph } from './build.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { capital, codeList } from './format.ts';
import { openMinutes, weekText } from './week-hours.ts';

const widthMm = 170;
const left = 46;
const rowHeight = 15.2;
const barHeight = 11.6;

/** A calendar with what it shows, its shade and the colour of letters on it; widest first, so that narrower hours lie on top. */
type Layer = { readonly calendar: PrintedCalendar; readonly week: MinuteRange[][]; readonly codes: readonly string[]; readonly shade: string; readonly letters: string };

/** With so many targets that the figure would stand alone on the page after the agreement on one page, it stands with the calendars. */
export function weekBelongsToHours({ document, targets }: PrintContext): boolean {
  return document.kind === 'sla' && targets.length > targetsOnOnePage;
}

const targetsOnOnePage = 18;

/** The figure of the week with its title and its note; nothing where no target is counted in a calendar. */
export function weekBlocks(context: PrintContext): DraftBlock[] {
  const figure = weekFigure(context);
  if (figure === null) return [];
  return [
    paragraph('figure-title', context.words.onePage.week, { before: 16, indentMm: 0 }),
    figure,
    paragraph('caption', richText(context.words.onePage.weekNote, { zone: context.document.zone }), { indentMm: 0 }),
  ];
}

/** The week of every calendar that a target is counted in. Null where there is none. */
function weekFigure(context: PrintContext): Figure | null {
  const layers = layersOf(context);
  if (layers.length === 0) return null;
  const { words } = context;
  const width = widthMm * pointsPerMm;
  const scale = (width - left - 1) / 1440;
  const x = (minute: number) => left + minute * scale;
  const parts: string[] = [];
  for (let day = 0; day < 7; day += 1) {
    const y = day * rowHeight + 1;
    parts.push(label(0, y + 8.6, capital(words.weekdays[day] ?? '')), box(left, y, 1440 * scale, barHeight, figureColours.fill));
    for (const layer of layers) for (const range of layer.week[day] ?? []) parts.push(box(x(range.from), y, (range.to - range.from) * scale, barHeight, layer.shade));
  }
  const named = new Set<Layer>();
  const taken: { readonly day: number; readonly from: number; readonly to: number }[] = [];
  for (const layer of [...layers].reverse()) {
    const place = placeOf(layer, layers, labelText(context, layer), scale, taken);
    if (place === null) continue;
    named.add(layer);
    taken.push(place);
    parts.push(label(left + ((place.from + place.to) / 2) * scale, place.day * rowHeight + 9.6, labelText(context, layer), { bold: true, anchor: 'middle', colour: layer.letters }));
  }
  const bottom = 7 * rowHeight;
  parts.push(...axis(layers, bottom, x));
  const rest = layers.filter((layer) => !named.has(layer));
  rest.forEach((layer, index) => {
    const y = bottom + 22 + index * 13;
    parts.push(box(left, y - 7, 14, 8.5, layer.shade, figureColours.mid), label(left + 19, y, labelText(context, layer)));
  });
  const height = bottom + 17 + rest.length * 13 + (rest.length > 0 ? 4 : 0);
  const spoken = layers.map((layer) => `${labelText(context, layer)}, ${weekText(layer.calendar, words)}`).join('; ');
  return {
    kind: 'figure', svg: svgOf(width, height, parts), widthMm, heightMm: height / pointsPerMm, name: 'Week', style: 'figure', indentMm: 0, keepNext: true,
    alternative: fillPattern(words.onePage.weekAlternative, { parts: spoken }),
  };
}

const shades = [
  { shade: figureColours.ink, letters: figureColours.white }, { shade: '#8C93A3', letters: figureColours.ink }, { shade: figureColours.pale, letters: figureColours.ink }, { shade: '#DDE0E5', letters: figureColours.ink },
];

/** Around the clock stays as pale as the ground: it covers everything. */
function layersOf(context: PrintContext): Layer[] {
  const { calendars, targets, calendarOf } = context;
  const used = calendars.flatMap((calendar) => {
    const codes = targets.filter((target) => calendarOf(target) === calendar).map((target) => target.id);
    return codes.length === 0 ? [] : [{ calendar, codes, week: openMinutes(calendar) }];
  });
  const narrowFirst = used.sort((one, other) => total(one.week) - total(other.week));
  const steps = narrowFirst.length <= 3 ? [0, 2, 3] : [0, 1, 2, 3];
  return narrowFirst
    .map((entry, index) => {
      const look = entry.calendar.definition === null ? { shade: figureColours.fill, letters: figureColours.text } : (shades[steps[index] ?? 3] ?? { shade: '#DDE0E5', letters: figureColours.ink });
      return { ...entry, ...look };
    })
    .reverse();
}

function total(week: readonly MinuteRange[][]): number {
  return week.flat().reduce((sum, range) => sum + range.to - range.from, 0);
}

function labelText(context: PrintContext, layer: Layer): string {
  const { words, document } = context;
  const { definition, name: own } = layer.calendar;
  const name = definition === null ? words.onePage.around : definition.tz === document.zone ? own : fillPattern(words.onePage.zoned, { name: own, zone: definition.tz });
  return fillPattern(words.onePage.codes, { name, codes: codeList(layer.codes, words) });
}

/** The first day on which a stretch of the layer that no narrower one covers is wide enough for its label. */
function placeOf(layer: Layer, layers: readonly Layer[], text: string, scale: number, taken: readonly { readonly day: number; readonly from: number; readonly to: number }[]): { day: number; from: number; to: number } | null {
  const needed = (labelWidth(text, true) + 10) / scale;
  const above = layers.slice(layers.indexOf(layer) + 1);
  for (let day = 0; day < 7; day += 1) {
    const covers = above.flatMap((other) => other.week[day] ?? []).sort((one, other) => one.from - other.from);
    const free = (layer.week[day] ?? []).flatMap((range) => uncovered(range, covers)).filter((range) => range.to - range.from >= needed);
    const place = free.find((range) => !taken.some((other) => other.day === day && other.from < range.to && range.from < other.to));
    if (place !== undefined) return { day, ...place };
  }
  return null;
}

function uncovered(range: MinuteRange, covers: readonly MinuteRange[]): MinuteRange[] {
  const free: MinuteRange[] = [];
  let from = range.from;
  for (const cover of covers) {
    if (cover.from > from && cover.from < range.to) free.push({ from, to: cover.from });
    from = Math.max(from, cover.to);
  }
  if (from < range.to) free.push({ from, to: range.to });
  return free;
}

/** Times at which something opens or closes, where their labels have room. */
function axis(layers: readonly Layer[], bottom: number, x: (minute: number) => number): string[] {
  const minutes = [...new Set([0, 1440, ...layers.flatMap((layer) => layer.week.flat().flatMap((range) => [range.from, range.to]))])].sort((one, other) => one - other);
  const parts: string[] = [];
  let free = -Infinity;
  for (const minute of minutes) {
    const text = timeOfMinute(minute);
    const width = labelWidth(text);
    const from = minute === 0 ? x(0) : minute === 1440 ? x(1440) - width : x(minute) - width / 2;
    parts.push(line(x(minute), bottom - 2, x(minute), bottom + 1.5, figureColours.mid, 0.6));
    if (from < free + 4 || (minute !== 1440 && from + width + 4 > x(1440) - labelWidth('24:00'))) continue;
    free = from + width;
    parts.push(label(from, bottom + 10.5, text, { colour: figureColours.secondary }));
  }
  return parts;
}
