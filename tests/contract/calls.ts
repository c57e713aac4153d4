import { isContractProcedure } from '@orpc/contract';

export type ContractCall = { readonly path: string; readonly hasInput: boolean };

/** Every call of a contract, by its path `feature.call`. */
export function callsOf(contract: unknown, prefix: readonly string[] = []): ContractCall[] {
  if (isContractProcedure(contract)) return [{ path: prefix.join('.'), hasInput: contract['~orpc'].inputSchema !== undefined }];
  if (typeof contract !== 'object' || contract === null) return [];
  return Object.entries(contract).flatMap(([key, part]) => callsOf(part, [...prefix, key]));
}

/** The client's function of a path. */
export function callAt(client: unknown, path: string): (input: unknown) => Promise<unknown> {
  const found = path.split('.').reduce<unknown>((part, key) => partOf(part, key), client);
  if (typeof found !== 'function') throw new Error(`The client has no call ${path}.`);
  return async (input) => await Reflect.apply(found, undefined, [input]);
}

/** Clients are proxies: their parts are made when they are asked for. */
function partOf(part: unknown, key: string): unknown {
  if ((typeof part !== 'object' && typeof part !== 'function') || part === null) return undefined;
  return Reflect.get(part, key);
}
