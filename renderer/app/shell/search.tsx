import { Modal } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { t } from '#shared/messages/messages.ts';
import { searchSources, type SearchEntry } from '../search-sources.ts';
import { useKeys } from '../use-keys.ts';
import { useMedia } from '../use-media.ts';
import styles from './search.module.css';

/** "Search or go to": a field in a roomy top bar, an icon otherwise, Ctrl K everywhere. */
export function Search({ compact = false }: { compact?: boolean }) {
  const [opened, setOpened] = useState(false);
  const roomy = useMedia('(min-width: 1200px)');
  useKeys({ 'mod+k': () => setOpened(true) });
  return (
    <>
      {roomy && !compact ? (
        <button type="button" className={styles.field} onClick={() => setOpened(true)} aria-haspopup="dialog"><Icon name="search" /><span>{t('kit.search')}</span><KeyHint>Ctrl K</KeyHint></button>
      ) : (
        <Button kind="quiet" icon="search" iconOnly keyHint="Ctrl K" onClick={() => setOpened(true)}>{t('kit.search')}</Button>
      )}
      <Modal.Root opened={opened} onClose={() => setOpened(false)} size={560} yOffset="12vh" lockScroll={false} transitionProps={{ duration: 80 }} classNames={{ content: styles.dialog ?? '', body: styles.body ?? '' }}>
        <Modal.Overlay backgroundOpacity={0.2} />
        <Modal.Content aria-label={t('kit.search')}><Modal.Body>{opened ? <SearchList onClose={() => setOpened(false)} /> : null}</Modal.Body></Modal.Content>
      </Modal.Root>
    </>
  );
}

function SearchList({ onClose }: { onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const answers = useQueries({ queries: searchSources.map((source) => ({ queryKey: ['search', source.head], queryFn: source.load, staleTime: 0 })) });
  const wanted = text.trim().toLowerCase();
  const groups = searchSources.map((source, index) => ({
    head: source.head,
    entries: (answers[index]?.data ?? []).filter((entry) => wanted === '' || `${entry.label} ${entry.hint ?? ''}`.toLowerCase().includes(wanted)).slice(0, wanted === '' ? 6 : 20),
  })).filter((group) => group.entries.length > 0);
  const found = groups.flatMap((group) => group.entries);
  const present = Math.min(at, found.length - 1);
  const go = (entry: SearchEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    void navigate({ ...entry.link });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(found[present]);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    setAt((present + step + found.length) % found.length);
  };
  return (
    <>
      <div className={styles.ask}>
        <Icon name="search" />
        <input data-autofocus value={text} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} placeholder={t('kit.search')} aria-label={t('kit.search')}
          role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={present >= 0 ? `${id}-${present}` : undefined} autoComplete="off" spellCheck={false} />
      </div>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('kit.search')}>
        {groups.map((group) => (
          <div key={group.head} role="group" aria-label={group.head}>
            <p aria-hidden="true">{group.head}</p>
            {group.entries.map((entry) => {
              const index = found.indexOf(entry);
              return (
                <div key={entry.key} id={`${id}-${index}`} role="option" aria-selected={index === present} className={styles.option} onMouseMove={() => setAt(index)} onClick={() => go(entry)}>
                  <Icon name={entry.icon} /><span className="clip">{entry.label}</span>{entry.hint === undefined ? null : <span className={styles.hint}>{entry.hint}</span>}
                </div>
              );
            })}
          </div>
        ))}
        {found.length === 0 && wanted !== '' ? <p role="status">{t('kit.nothingFound')}</p> : null}
      </div>
    </>
  );
}
