import { useState } from 'react';
import { z } from 'zod';

const key = 'parley.today.putOff';
const keptSchema = z.record(z.string(), z.string());

/** What this laptop was told to leave until another day: an item's key with the day on which it comes back. */
export function usePutOff(today: string): { readonly isPutOff: (item: string) => boolean; readonly putOff: (item: string, until: string) => void } {
  const [kept, setKept] = useState(read);
  return {
    isPutOff: (item) => (kept[item] ?? '') > today,
    putOff: (item, until) => {
      const next = Object.fromEntries([...Object.entries(kept).filter(([, day]) => day > today), [item, until]]);
      localStorage.setItem(key, JSON.stringify(next));
      setKept(next);
    },
  };
}

function read(): Readonly<Record<string, string>> {
  const text = localStorage.getItem(key);
  if (text === null) return {};
  try {
    return keptSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
