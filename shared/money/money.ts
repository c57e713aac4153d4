import { z } from 'zod';

/** ISO 4217 code, three capital letters. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, EUR');

/** An amount in integer minor units (cents) with its currency. Amounts in different currencies are never added. */
export const moneySchema = z.strictObject({ minor: z.int(), currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;
