import type { Figure } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { figureColours, label, labelWidth, line, pointsPerMm, svgOf } from '#shared/documents/svg.ts';
import { addMonths, dayNumber, type PlainDate } from '#shared/time/plain-date.ts';
import type { PrintContext } from './context.ts';
import { counted, list, longDate } from './format.ts';
import type { AgreementWords } from './words/words.ts';

const widthMm = 170;
const heightMm = 31;
const axis = 46;
const gap = 8;

/** The term with its reviews and the last day for notice, to scale. Null without a term. */
export function termStrip(context: PrintContext): Figure | null {
  const { words, document } = context;
  const { term } = document;
  const { dates } = context;
  const accent = `#${context.accent}`;
  if (term === undefined || dates === null) return null;
  const width = widthMm * pointsPerMm;
  const place = (date: PlainDate) => ((dayNumber(date) - dayNumber(term.from)) / Math.max(1, dayNumber(term.to) + 1 - dayNumber(term.from))) * (width - 1.5) + 0.75;
  const reviews = dates.reviews.filter((review) => review.on >= term.from && review.on <= term.to);
  const parts = [line(0, axis, width, axis, figureColours.ink, 1.2), ...scale(term, place, words)];
  for (const review of reviews) parts.push(`<circle cx="${place(review.on).toFixed(2)}" cy="${axis}" r="3.2" fill="${figureColours.white}" stroke="${figureColours.ink}" stroke-width="1"/>`);
  const begin = flag(words.cover.inForce, longDate(term.from, words), 0, 'start', figureColours.text);
  const ends = flag(words.cover.ends, longDate(term.to, words), width, 'end', figureColours.text);
  parts.push(begin.svg, ends.svg, line(0.5, 27, 0.5, axis, figureColours.mid, 0.6), line(width - 0.5, 27, width - 0.5, axis, figureColours.mid, 0.6));
  const taken = [begin, ends];
  if (dates.lastDayOfNotice !== null && dates.lastDayOfNotice >= term.from) {
    const x = place(dates.lastDayOfNotice);
    const text = longDate(dates.lastDayOfNotice, words);
    const half = Math.max(labelWidth(words.cover.lastDay, true), labelWidth(text)) / 2;
    const centre = Math.min(Math.max(x, begin.right + gap + half), ends.left - gap - half);
    const notice = flag(words.cover.lastDay, text, centre, 'middle', accent);
    parts.push(notice.svg, line(x, 27, x, axis, accent, 0.8), diamond(x, accent));
    taken.push(notice);
  }
  const first = reviews.map((review) => place(review.on)).find((x) => isFree(x, context, taken));
  if (first !== undefined) parts.push(flag(words.cover.review, every(context), first, 'middle', figureColours.text).svg, line(first, 27, first, axis - 3.4, figureColours.mid, 0.6));
  return { kind: 'figure', svg: svgOf(width, heightMm * pointsPerMm, parts), widthMm, heightMm, name: 'Term', alternative: inWords(context, reviews), style: 'normal' };
}

type Flag = { readonly svg: string; readonly left: number; readonly right: number };

function flag(title: string, text: string, x: number, anchor: 'start' | 'middle' | 'end', colour: string): Flag {
  const width = Math.max(labelWidth(title, true), labelWidth(text));
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { svg: label(x, 10, title, { bold: true, anchor, colour }) + label(x, 22, text, { anchor, colour }), left, right: left + width };
}

function isFree(x: number, context: PrintContext, taken: readonly Flag[]): boolean {
  const half = Math.max(labelWidth(context.words.cover.review, true), labelWidth(every(context))) / 2;
  return taken.every((flagged) => x + half + gap < flagged.left || x - half - gap > flagged.right);
}

function every(context: PrintContext): string {
  const { everyMonths } = context.document.review;
  return counted(context.words.cover.reviewEvery, everyMonths, context.words);
}

function diamond(x: number, colour: string): string {
  const size = 5.2;
  return `<path d="M${(x - size).toFixed(2)} ${axis}L${x.toFixed(2)} ${axis - size}L${(x + size).toFixed(2)} ${axis}L${x.toFixed(2)} ${axis + size}Z" fill="${colour}"/>`;
}

/** Quarters below the line; years where there are more than twelve of them. Labels stand where there is room. */
function scale(term: { from: PlainDate; to: PlainDate }, place: (date: PlainDate) => number, words: AgreementWords): string[] {
  const days = dayNumber(term.to) - dayNumber(term.from);
  const months = days > 1120 ? 12 : 3;
  const parts = [line(0.6, axis - 5, 0.6, axis + 5, figureColours.ink, 1), line(place(term.to) + 0.6, axis - 5, place(term.to) + 0.6, axis + 5, figureColours.ink, 1)];
  let begin = firstOf(term.from, months);
  let year = '';
  while (begin <= term.to) {
    const next = addMonths(begin, months);
    const from = begin < term.from ? term.from : begin;
    const to = next > term.to ? term.to : next;
    if (begin > term.from) parts.push(line(place(begin), axis - 4, place(begin), axis + 4, figureColours.ink, 0.8));
    const middle = (place(from) + place(to)) / 2;
    const name = months === 12 ? begin.slice(0, 4) : fillPattern(words.cover.quarter, { n: Math.floor(Number(begin.slice(5, 7)) / 3) + 1 });
    if (place(to) - place(from) >= labelWidth(name) + 2) {
      parts.push(label(middle, 66, name, { anchor: 'middle', colour: figureColours.secondary }));
      if (months === 3 && begin.slice(0, 4) !== year && place(to) - place(from) >= labelWidth('2026')) {
        year = begin.slice(0, 4);
        parts.push(label(middle, 78, year, { anchor: 'middle', colour: figureColours.secondary }));
      }
    }
    begin = next;
  }
  return parts;
}

function firstOf(date: PlainDate, months: number): PlainDate {
  const month = Number(date.slice(5, 7));
  const first = months === 12 ? 1 : month - ((month - 1) % 3);
  return `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

function inWords(context: PrintContext, reviews: readonly { readonly on: PlainDate }[]): string {
  const { words, document } = context;
  const { term } = document;
  const { dates } = context;
  if (term === undefined || dates === null) return '';
  const parts = [fillPattern(words.cover.stripForce, { date: longDate(term.from, words) })];
  if (reviews.length > 0) parts.push(fillPattern(words.cover.stripReviews, { dates: list(reviews.slice(0, 8).map((review) => longDate(review.on, words)), words) }));
  if (dates.lastDayOfNotice !== null) parts.push(fillPattern(words.cover.stripNotice, { date: longDate(dates.lastDayOfNotice, words) }));
  parts.push(fillPattern(words.cover.stripEnd, { date: longDate(term.to, words) }));
  return fillPattern(words.cover.strip, { parts: parts.join(', ') });
}
