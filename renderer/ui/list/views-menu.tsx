import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { undoSaved } from '#renderer/app/saved.ts';
import { t } from '#shared/messages/messages.ts';
import type { SavedView, ViewQuery } from '#shared/views/model.ts';
import { ActionMenu } from '../action-menu.tsx';
import { Button } from '../button.tsx';
import { Check } from '../fields/check.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Icon } from '../icon.tsx';
import { PopoverPanel } from '../popover-panel.tsx';
import { toastUndo } from '../toast.tsx';
import styles from './list.module.css';

type Props = {
  readonly place: string;
  readonly current: string | undefined;
  /** How the list stands now. */
  readonly query: ViewQuery;
  readonly onTake: (view: SavedView | null) => void;
  readonly onSaved: (id: string) => void;
};

/** The saved views of a list: take one, save how the list stands, share, rename, remove with undo. */
export function ViewsMenu({ place, current, query, onTake, onSaved }: Props) {
  const [opened, setOpened] = useState(false);
  const [naming, setNaming] = useState<SavedView | null>(null);
  const { save, error, dismiss } = useSaving();
  const { data: views = [] } = useQuery(api.views.list.queryOptions({ input: { place } }));
  const view = views.find((one) => one.id === current);
  const isChanged = view !== undefined && JSON.stringify(view.query) !== JSON.stringify(query);
  const close = (): void => { setOpened(false); setNaming(null); dismiss(); };
  const take = (next: SavedView | null): void => { close(); onTake(next); };
  const remove = (gone: SavedView): void => {
    void save('views.remove', () => client.views.remove({ id: gone.id })).then((answer) => {
      if (answer === null) return;
      if (gone.id === current) onTake(null);
      toastUndo(t('table.viewRemoved', { name: gone.name }), undoSaved);
    });
  };
  return (
    <PopoverPanel opened={opened} onClose={close} label={t('table.views')} position="bottom-end" width={320}
      target={<Button kind="quiet" size="small" icon="star" expanded={opened} iconOnly={view === undefined} onClick={() => (opened ? close() : setOpened(true))}>{view === undefined ? t('table.views') : <>{view.name}{isChanged ? <span className="t3">{t('table.viewChanged')}</span> : null}</>}</Button>}>
      {views.length === 0 ? <p className="t13 t2">{t('table.noViews')}</p> : (
        <ul className={styles.views}>
          <li><button type="button" className={styles.view} aria-current={view === undefined || undefined} onClick={() => take(null)}>{t('table.allRows')}</button></li>
          {views.map((one) => (
            <li key={one.id}>
              {naming?.id === one.id ? (
                <TextField label={t('table.viewName')} labelHidden value={one.name} size="small" autoFocus maxLength={200} onCommit={(name) => { setNaming(null); if (name !== one.name) void save('views.change', () => client.views.change({ id: one.id, name })); }} />
              ) : (
                <button type="button" className={styles.view} aria-current={one.id === current || undefined} onClick={() => take(one)}>
                  <span className="clip" dir="auto">{one.name}</span>
                  {one.isShared ? <span className="t12 t3"><Icon name="users" size={12} /> {t('table.sharedView')}</span> : null}
                </button>
              )}
              <ActionMenu label={t('table.viewActions', { name: one.name })} actions={[
                { label: t('table.saveOver'), icon: 'check', onChoose: () => void save('views.change', () => client.views.change({ id: one.id, query })).then((answer) => { if (answer !== null) onSaved(one.id); }) },
                { label: t('table.rename'), icon: 'pencil', onChoose: () => setNaming(one) },
                { label: t(one.isShared ? 'table.unshareShort' : 'table.shareShort'), icon: 'users', onChoose: () => void save('views.change', () => client.views.change({ id: one.id, isShared: !one.isShared })) },
                { label: t('kit.remove'), icon: 'trash', danger: true, ruleBefore: true, onChoose: () => remove(one) },
              ]} />
            </li>
          ))}
        </ul>
      )}
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      <NewView onSave={(name, isShared) => void save('views.save', () => client.views.save({ place, name, isShared, query })).then((answer) => { if (answer !== null) { onSaved(answer.id); close(); } })} />
    </PopoverPanel>
  );
}

function NewView({ onSave }: { onSave: (name: string, isShared: boolean) => void }) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  return (
    <form className={styles.newView} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onSave(name.trim(), isShared); }}>
      <TextField label={t('table.viewName')} labelHidden placeholder={t('table.viewName')} value={name} size="small" optional maxLength={200} onChangeText={setName} onCommit={setName} />
      <Check label={t('table.shareView')} checked={isShared} onChange={setShared} />
      <Button type="submit" size="small" disabledReason={name.trim() === '' ? t('agreements.nameNeeded') : null}>{t('table.saveView')}</Button>
    </form>
  );
}
