import { z } from 'zod';

/** ISO 4217 code, three capital letters. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, EUR');

/** An amount in integer minor units (cents of EUR, yen of JPY) with its currency. Amounts in different currencies are never added. */
export const moneySchema = z.strictObject({ minor: z.int(), currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

/** How many decimals amounts of a currency have: 2 of EUR, 0 of JPY, 3 of KWD (ISO 4217). */
export function currencyDecimals(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the currency itself: 12.5 of 1250 cents. */
export function majorOf({ minor, currency }: Money): number {
  return minor / 10 ** currencyDecimals(currency);
}

/** The exact amount nearest to one that was typed in the currency itself. */
export function moneyOf(major: number, currency: string): Money {
  return { minor: Math.round(major * 10 ** currencyDecimals(currency)), currency };
}
