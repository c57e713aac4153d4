import { v7 } from 'uuid';

/** A new identity for what people make: UUIDv7 as text, so ids sort by the time of their making (RFC 9562). */
export function newId(): string {
  return v7();
}
