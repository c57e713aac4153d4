import type { StateMeaning } from '#shared/imports/profile.ts';

/** What a state that no map knows most likely means; a person accepts it or chooses another. */
export function proposedState(value: string): StateMeaning {
  const text = value.toLowerCase();
  if (/cancel|abort|reject|withdrawn/u.test(text)) return { class: 'cancelled' };
  if (/await|wait|pending|hold|suspend|paused/u.test(text)) return { class: 'waiting', reason: reasonIn(text) };
  if (/closed/u.test(text)) return { class: 'closed' };
  if (/resolv|solved|done|complete|fixed|fulfilled/u.test(text)) return { class: 'resolved' };
  return /^new$|^open$|created|logged/u.test(text) ? { class: 'new' } : { class: 'active' };
}

/** A priority, type, customer or service that no map knows keeps its name. */
export function proposedName(value: string): string {
  return value.trim();
}

function reasonIn(text: string): string {
  if (/vendor|supplier|third/u.test(text)) return 'supplier';
  if (/problem/u.test(text)) return 'problem';
  if (/change|release/u.test(text)) return 'change';
  return /hold/u.test(text) ? 'on hold' : 'customer';
}
