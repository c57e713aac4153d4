import { t } from '#shared/messages/messages.ts';
import { countText } from '#shared/format/figures.ts';
import { DraftInput, type TextInput } from './text-field.tsx';
import type { Reading } from './use-draft.ts';

/** A whole number, or with `decimals` one with so many. Null stands for empty, which only an `optional` field takes. */
export function NumberField({ value, onCommit, min, max, decimals = 0, example = '4', ...input }: TextInput & { value: number | null; onCommit: (value: number | null) => void; min?: number; max?: number; decimals?: number; example?: string }) {
  const read = (text: string): Reading<number | null> => {
    const plain = text.trim().replace(/[,\s\u202f\u00a0]/g, '');
    if (plain === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const number = Number(plain);
    const written = /^-?\d+(?:\.(\d+))?$/.exec(plain);
    if (written === null || (written[1] ?? '').length > decimals) return { fault: t('kit.numberWrong', { example }) };
    if (min !== undefined && number < min) return { fault: t('kit.numberTooSmall', { least: countText(min) }) };
    if (max !== undefined && number > max) return { fault: t('kit.numberTooLarge', { most: countText(max) }) };
    return { value: number };
  };
  return <DraftInput inputMode={decimals === 0 ? 'numeric' : 'decimal'} {...input} kept={value === null ? '' : String(value)} read={read} onCommit={onCommit} />;
}

/** A percentage 0 to 100 as it is written, at most seven decimals; shown with at least `decimals`. */
export function PercentField({ value, onCommit, decimals = 0, affix = '%', ...input }: TextInput & { value: number | null; onCommit: (value: number | null) => void; decimals?: number }) {
  const read = (text: string): Reading<number | null> => {
    const plain = text.replace(/[%\s\u202f\u00a0]/g, '').replace(',', '.');
    if (plain === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const written = /^\d{1,3}(?:\.(\d+))?$/.exec(plain);
    if (written === null) return { fault: t('kit.percentWrong') };
    if ((written[1] ?? '').length > 7) return { fault: t('kit.percentDecimals') };
    return Number(plain) > 100 ? { fault: t('kit.percentOut') } : { value: Number(plain) };
  };
  return <DraftInput inputMode="decimal" {...input} affix={affix} kept={value === null ? '' : percentInput(value, decimals)} read={read} onCommit={onCommit} />;
}

function percentInput(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = String(value).split('.');
  const shown = fraction.padEnd(decimals, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}
