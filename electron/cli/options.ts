import { ParleyError } from '#shared/errors.ts';
import { plainDateSchema } from '#shared/time/plain-date.ts';
import { UsageError } from './arguments.ts';
import type { Invocation } from './command.ts';

/** An option that the command cannot do without. Throws UsageError. */
export function requiredText(invocation: Invocation, name: string): string {
  const value = invocation.option(name);
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

/** A whole number from 1 on. Throws UsageError where it is missing, `invalid-input` where it is none. */
export function requiredNumber(invocation: Invocation, name: string): number {
  requiredText(invocation, name);
  return optionalNumber(invocation, name) ?? 0;
}

export function optionalNumber(invocation: Invocation, name: string): number | undefined {
  const value = invocation.option(name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new ParleyError('invalid-input', `--${name} is a whole number.`, { details: [{ path: name, message: `${value} is no whole number` }] });
  return Number(value);
}

/** A date, YYYY-MM-DD. Throws UsageError where it is missing. */
export function requiredDate(invocation: Invocation, name: string): string {
  requiredText(invocation, name);
  return optionalDate(invocation, name) ?? '';
}

export function optionalDate(invocation: Invocation, name: string): string | undefined {
  const value = invocation.option(name);
  if (value === undefined) return undefined;
  if (!plainDateSchema.safeParse(value).success) throw new ParleyError('invalid-input', `--${name} is a date such as 2026-01-31.`, { details: [{ path: name, message: `${value} is no date` }] });
  return value;
}
