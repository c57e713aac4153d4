import type { Reader, Store } from '#db/store.ts';
import { ticketOrder } from '#db/tickets/queries.ts';
import type { TicketQuery } from '#shared/tickets/model.ts';

type Kept = { version: string; readonly orders: Map<string, Int32Array> };

/** Lists that stand open at the same time; 200,000 tickets are 800 kB each. */
const mostOrders = 6;
const kept = new WeakMap<Store, Kept>();
const commits = new WeakMap<Store, number>();

/** The order of a list of tickets, kept until something is written: a list is read window by window, and sorting it once is enough. */
export function keptOrder(store: Store, reader: Reader, query: Pick<TicketQuery, 'filter' | 'sort'>): Int32Array {
  const { orders } = presentOf(store);
  const key = JSON.stringify([query.filter, query.sort]);
  const order = orders.get(key) ?? ticketOrder(reader, query);
  orders.delete(key);
  orders.set(key, order);
  for (const oldest of orders.keys()) {
    if (orders.size <= mostOrders) break;
    orders.delete(oldest);
  }
  return order;
}

/** What is kept of the store as it is now: own commits are counted, those of other connections change SQLite's data version. */
function presentOf(store: Store): Kept {
  if (!commits.has(store)) {
    commits.set(store, 0);
    store.onCommit(() => commits.set(store, (commits.get(store) ?? 0) + 1));
  }
  const version = `${commits.get(store) ?? 0} ${store.dataVersion()}`;
  const present = kept.get(store);
  if (present?.version === version) return present;
  const fresh: Kept = { version, orders: new Map() };
  kept.set(store, fresh);
  return fresh;
}
