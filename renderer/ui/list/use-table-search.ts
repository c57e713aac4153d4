import { useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { tableSearchSchema, type TableSearch } from './search.ts';

export type ListAddress = {
  readonly table: TableSearch;
  /** All parameters of the page. */
  readonly search: Readonly<Record<string, unknown>>;
  readonly change: (part: TableSearch) => void;
  /** Puts other parameters in the place of all that are there. */
  readonly replace: (search: Readonly<Record<string, unknown>>) => void;
};

const nothing: Readonly<Record<string, unknown>> = {};

/** How a list stands, as the page's address says; a list beside another one on its page keeps it to itself. */
export function useTableSearch(isInAddress: boolean): ListAddress {
  const router = useRouter();
  const address: Readonly<Record<string, unknown>> = useLocation({ select: (location) => location.search });
  const [own, setOwn] = useState(nothing);
  const search = isInAddress ? address : own;
  const replace = (next: Readonly<Record<string, unknown>>): void => {
    const given = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
    if (isInAddress) router.history.replace(router.latestLocation.pathname + router.options.stringifySearch(given));
    else setOwn(given);
  };
  return {
    table: tableSearchSchema.parse(search),
    search,
    change: (part) => replace({ ...(isInAddress ? router.latestLocation.search : own), ...part }),
    replace,
  };
}
