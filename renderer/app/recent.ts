import { z } from 'zod';

/** A page that was open: its address and its title. */
export type RecentPage = { readonly href: string; readonly title: string };

const key = 'parley.recent';
const most = 8;
const keptSchema = z.array(z.object({ href: z.string().startsWith('/'), title: z.string().min(1) }));

/** The pages that were open on this computer, the last one first. */
export function recentPages(): readonly RecentPage[] {
  const kept = keptSchema.safeParse(parsed(localStorage.getItem(key) ?? '[]'));
  return kept.success ? kept.data : [];
}

/** Remembers a page; one with the same path takes the place of the earlier. */
export function rememberPage(page: RecentPage): void {
  const path = pathOf(page.href);
  const others = recentPages().filter((other) => pathOf(other.href) !== path);
  localStorage.setItem(key, JSON.stringify([page, ...others].slice(0, most)));
}

function pathOf(href: string): string {
  return href.split(/[?#]/u)[0] ?? href;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
