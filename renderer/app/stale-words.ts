import { t } from '#shared/messages/messages.ts';
import { staleMessages } from '#shared/messages/en/stale.ts';

/** A field of a record in words. */
export function fieldWords(field: string): string {
  const key = `field-${field}`;
  return isKnown(key) ? t(`stale.${key}`) : field;
}

function isKnown(key: string): key is Extract<keyof typeof staleMessages, `field-${string}`> {
  return key in staleMessages;
}
