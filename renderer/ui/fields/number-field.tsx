import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { parseDurationText } from '#shared/format/duration-text.ts';
import { countText } from '#shared/format/figures.ts';
import { parseNumberText } from '#shared/format/number-text.ts';
import { DraftInput, type TextInput } from './text-field.tsx';
import type { Reading } from './use-draft.ts';

/** A whole number, or with `decimals` one with so many, as people of any country type it. Null stands for empty, which only an `optional` field takes. */
export function NumberField({ value, onCommit, min, max, decimals = 0, example = '4', ...input }: TextInput & { value: number | null; onCommit: (value: number | null) => void; min?: number; max?: number; decimals?: number; example?: string }) {
  const read = (text: string): Reading<number | null> => {
    if (text.trim() === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const figure = withoutUnit(text, input.affix);
    const number = parseNumberText(figure, decimals);
    if (number === null) return { fault: parseNumberText(figure, 20) === null ? t('kit.numberWrong', { example }) : decimals === 0 ? t('kit.numberWhole') : t('kit.numberDecimals', { count: decimals }) };
    if (min !== undefined && number < min) return { fault: t('kit.numberTooSmall', { least: countText(min) }) };
    if (max !== undefined && number > max) return { fault: t('kit.numberTooLarge', { most: countText(max) }) };
    return { value: number };
  };
  return <DraftInput inputMode={decimals === 0 ? 'numeric' : 'decimal'} {...input} kept={value === null ? '' : String(value)} read={read} onCommit={onCommit} />;
}

/** Minutes, as a figure or as a duration: "90", "1:30", "1,5 h". */
export function MinutesField({ value, onCommit, min = 0, max, decimals = 0, ...input }: TextInput & { value: number | null; onCommit: (value: number | null) => void; min?: number; max?: number; decimals?: number }) {
  const read = (text: string): Reading<number | null> => {
    if (text.trim() === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const minutes = parseNumberText(text, decimals) ?? minutesOf(text);
    if (minutes === null || Number(minutes.toFixed(decimals)) !== minutes) return { fault: t('kit.minutesWrong') };
    if (minutes < min) return { fault: t('kit.numberTooSmall', { least: countText(min) }) };
    if (max !== undefined && minutes > max) return { fault: t('kit.numberTooLarge', { most: countText(max) }) };
    return { value: minutes };
  };
  return <DraftInput {...input} kept={value === null ? '' : String(value)} read={read} onCommit={onCommit} />;
}

function minutesOf(text: string): number | null {
  const duration = parseDurationText(text);
  return duration !== null && 'seconds' in duration && duration.kind === 'elapsed-hours' ? duration.seconds / 60 : null;
}

/** The unit that stands beside the field may be typed too: "12 days", "1.250,00 €" or "EUR 1,250". */
function withoutUnit(text: string, affix: ReactNode): string {
  if (typeof affix !== 'string') return text;
  const written = text.trim().toLowerCase();
  const unit = unitsOf(affix).find((one) => written.startsWith(one) || written.endsWith(one));
  return unit === undefined ? text : written.startsWith(unit) ? written.slice(unit.length) : written.slice(0, -unit.length);
}

function unitsOf(affix: string): readonly string[] {
  const symbols = /^[A-Z]{3}$/u.test(affix) ? new Intl.NumberFormat('en', { style: 'currency', currency: affix, currencyDisplay: 'narrowSymbol' }).formatToParts(0).filter(({ type }) => type === 'currency').map(({ value }) => value) : [];
  return [affix, ...symbols].map((unit) => unit.toLowerCase());
}

/** A percentage 0 to 100 as it is written, at most seven decimals; shown with at least `decimals`. */
export function PercentField({ value, onCommit, decimals = 0, affix = '%', ...input }: TextInput & { value: number | null; onCommit: (value: number | null) => void; decimals?: number }) {
  const read = (text: string): Reading<number | null> => {
    const plain = text.replace(/[%\s\u202f\u00a0]/g, '').replace(',', '.');
    if (plain === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const share = Number(plain);
    const written = /^-?\d+(?:\.(\d+))?$/.exec(plain);
    if (written === null) return { fault: t('kit.percentWrong') };
    if ((written[1] ?? '').length > 7) return { fault: t('kit.percentDecimals') };
    return share < 0 || share > 100 ? { fault: t('kit.percentOut') } : { value: share };
  };
  return <DraftInput inputMode="decimal" {...input} affix={affix} kept={value === null ? '' : percentInput(value, decimals)} read={read} onCommit={onCommit} />;
}

function percentInput(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = String(value).split('.');
  const shown = fraction.padEnd(decimals, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}
