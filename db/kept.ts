import type { Store } from './store.ts';

/** A kind of kept values: how many of them at most, and the tables that they are made from; a write to one of those forgets them. */
export type KeptKind = { readonly name: string; readonly most: number; readonly madeFrom: ReadonlySet<string> };

type Kept = { dataVersion: number; readonly values: Map<KeptKind, Map<string, unknown>> };
const keptOf = new WeakMap<Store, Kept>();

/**
 * The value of a key, made once until one of the tables that its kind is made from is written here, or anything by another process.
 * The ones used last are kept. The key holds everything else that the value depends on.
 */
export function kept<Value>(store: Store, kind: KeptKind, key: string, make: () => Value): Value {
  const own = keptOf.get(store) ?? startKeeping(store);
  const dataVersion = store.dataVersion();
  if (own.dataVersion !== dataVersion) {
    own.values.clear();
    own.dataVersion = dataVersion;
  }
  const values = own.values.get(kind) ?? new Map<string, unknown>();
  own.values.set(kind, values);
  const known = values.get(key) as Value | undefined;
  const value = known === undefined ? make() : known;
  values.delete(key);
  values.set(key, value);
  const oldest = values.keys().next().value;
  if (values.size > kind.most && oldest !== undefined) values.delete(oldest);
  return value;
}

function startKeeping(store: Store): Kept {
  const own: Kept = { dataVersion: store.dataVersion(), values: new Map() };
  store.onCommit(({ tables }) => {
    for (const kind of own.values.keys()) if (tables.some((table) => kind.madeFrom.has(table))) own.values.delete(kind);
  });
  keptOf.set(store, own);
  return own;
}
