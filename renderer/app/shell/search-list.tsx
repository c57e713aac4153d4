import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import { t } from '#shared/messages/messages.ts';
import { fuzzyScore } from '../fuzzy.ts';
import { recentPages } from '../recent.ts';
import { searchSources, type SearchEntry } from '../search-sources.ts';
import { useCommands } from './commands.ts';
import styles from './search.module.css';

type Group = { readonly head: string; readonly entries: readonly SearchEntry[] };
type Source = Group & { readonly isAsked: boolean };

/** Entries of one head while nothing is typed, and while something is. */
const mostAtRest = 6;
const mostFound = 8;
/** The host is asked from this length on. */
const leastAsked = 2;

/** The field of the search with what it finds; all of it by keyboard. */
export function SearchList({ onClose }: { onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const router = useRouter();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const groups = useGroups(useDeferredValue(text.trim()));
  const found = groups.flatMap((group) => group.entries);
  const present = Math.min(at, found.length - 1);
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [present, groups]);
  const go = (entry: SearchEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    if ('run' in entry) entry.run();
    else if ('href' in entry) router.history.push(entry.href);
    else void navigate({ ...entry.link });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(found[present]);
    const next = { ArrowDown: present + 1, ArrowUp: present - 1, PageDown: present + 8, PageUp: present - 8, Home: text === '' ? 0 : null, End: text === '' ? found.length - 1 : null }[event.key] ?? null;
    if (next === null || found.length === 0) return;
    event.preventDefault();
    setAt(event.key.startsWith('Page') ? Math.min(Math.max(next, 0), found.length - 1) : (next + found.length) % found.length);
  };
  return (
    <>
      <div className={styles.ask}>
        <Icon name="search" />
        <input data-autofocus ref={takeFocus} value={text} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} placeholder={t('kit.search')} aria-label={t('kit.search')}
          role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={present >= 0 ? `${id}-${present}` : undefined} autoComplete="off" spellCheck={false} />
      </div>
      <div ref={list} className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('kit.search')}>
        {groups.map((group) => (
          <div key={group.head} role="group" aria-label={group.head}>
            <p aria-hidden="true">{group.head}</p>
            {group.entries.map((entry) => {
              const own = found.indexOf(entry);
              return (
                <div key={entry.key} id={`${id}-${own}`} role="option" aria-selected={own === present} className={styles.option} onMouseMove={() => setAt(own)} onClick={() => go(entry)}>
                  <Icon name={entry.icon} /><span className="clip" dir="auto">{entry.label}</span>{entry.matched === undefined ? null : <span className={`clip ${styles.matched}`} dir="auto">{entry.matched}</span>}{entry.hint === undefined ? null : <span className={styles.hint}>{entry.hint}</span>}
                </div>
              );
            })}
          </div>
        ))}
        {found.length === 0 && text.trim() !== '' ? <p role="status">{t('kit.nothingFound')}</p> : null}
      </div>
    </>
  );
}

/** At once: what is typed right after the keys that opened the search belongs into it. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

/** What fits, by head; while something is typed the head with the best answer comes first. */
function useGroups(typed: string): readonly Group[] {
  const commands = useCommands();
  const answers = useQueries({
    queries: searchSources.map((source) => ('load' in source
      ? { queryKey: ['search', source.head], queryFn: source.load }
      : { queryKey: ['search', source.head, typed], queryFn: () => source.find(typed), enabled: typed.length >= leastAsked, placeholderData: keepPreviousData })),
  });
  return useMemo(() => {
    const recent: Group = { head: t('shell.recent'), entries: recentPages().slice(1).map((page) => ({ key: page.href, label: page.title, icon: 'clock', href: page.href })) };
    const sources = searchSources.map((source, index) => ({ head: source.head, isAsked: 'find' in source, entries: answers[index]?.data ?? [] }));
    const heads = [...new Set(sources.map((source) => source.head))];
    if (typed === '') {
      const rest = sources.filter((source) => !source.isAsked).map(({ head, entries }) => ({ head, entries: entries.slice(0, mostAtRest) }));
      return [recent, ...rest, { head: t('shell.commands'), entries: commands }].filter((group) => group.entries.length > 0);
    }
    const asked = typed.length >= leastAsked;
    const all = [...sources, { head: t('shell.commands'), isAsked: false, entries: commands }, { ...recent, isAsked: false }];
    return [...heads, t('shell.commands'), recent.head]
      .map((head) => best(head, typed, all.filter((source) => source.head === head && (asked || !source.isAsked))))
      .filter((group) => group.entries.length > 0)
      .toSorted((one, other) => other.score - one.score);
  }, [typed, commands, answers]);
}

/** What the host found fits already; it keeps the host's order, after what fits as well by name. What two sources know stands once, with the words that the host found it by. */
function best(head: string, typed: string, sources: readonly Source[]): Group & { readonly score: number } {
  const once = new Map<string, { entry: SearchEntry; score: number }>();
  for (const { entries, isAsked } of sources) {
    for (const entry of entries) {
      const score = Math.max(fuzzyScore(typed, entry.label), fuzzyScore(typed, `${entry.label} ${entry.hint ?? ''}`) * 0.9, isAsked ? 1 : 0);
      const known = once.get(entry.key);
      if (score > 0) once.set(entry.key, { entry: { ...known?.entry, ...entry }, score: Math.max(score, known?.score ?? 0) });
    }
  }
  const scored = [...once.values()].toSorted((one, other) => other.score - one.score).slice(0, mostFound);
  return { head, entries: scored.map(({ entry }) => entry), score: scored[0]?.score ?? 0 };
}
