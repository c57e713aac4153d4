import { useInfiniteQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { dayText, localDate, timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { Note, NoteChannel } from '#shared/notes/model.ts';
import styles from './notes.module.css';

const pageSize = 50;

export const channelIcons: Readonly<Record<NoteChannel, IconName>> = { telephone: 'phone', mail: 'mail', meeting: 'users' };

/** What was said, by day, the newest first: how, who said it, what, and who wrote it. Days and times are of `zone`. */
export function NotesList({ organisation, person, zone, onChange }: { organisation?: string; person?: string; zone: string; onChange?: (note: Note) => void }) {
  const of = { ...(organisation === undefined ? {} : { organisation }), ...(person === undefined ? {} : { person }) };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    api.notes.list.infiniteOptions({
      input: (offset: number) => ({ ...of, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * pageSize < last.total ? pages.length * pageSize : null),
    }),
  );
  const today = localDate(useNow(), zone);
  if (error !== null) return <Failure error={error} />;
  const notes = (data?.pages ?? []).flatMap((page) => page.notes);
  if (data === undefined || (notes.length === 0 && organisation === undefined)) return null;
  if (notes.length === 0) return <div className={styles.empty}><p>{t('notes.empty')}</p><p>{t('notes.emptyKey')}</p></div>;
  const days = Map.groupBy(notes, (note) => localDate(note.at, zone));
  return (
    <div className={styles.log}>
      {[...days].map(([day, group]) => (
        <section key={day} aria-label={dayOf(day, today, group[0]?.at ?? 0, zone)}>
          <h3>{dayOf(day, today, group[0]?.at ?? 0, zone)}</h3>
          <ul>{group.map((note) => <Entry key={note.id} note={note} zone={zone} onChange={onChange} />)}</ul>
        </section>
      ))}
      {hasNextPage ? <Button size="small" disabledReason={isFetchingNextPage ? t('kit.loading') : undefined} onClick={() => void fetchNextPage()}>{t('notes.more')}</Button> : null}
    </div>
  );
}

function Entry({ note, zone, onChange }: { note: Note; zone: string; onChange: ((note: Note) => void) | undefined }) {
  const { save, error } = useSaving();
  const time = timeText(note.at, zone);
  const how = note.channel === null ? '' : t(`notes.by-${note.channel}`);
  return (
    <li>
      <Icon name={note.channel === null ? 'note' : channelIcons[note.channel]} label={how} />
      <div>
        <b dir="auto">{note.said.length === 0 ? t('notes.unnamed') : note.said.map(({ name }) => name).join(', ')}</b>
        <span className={styles.text} dir="auto">{note.text}</span>
        {note.by === null ? null : <span className={styles.by} dir="auto">{note.by.name}</span>}
        {error === null ? null : <span className="missed-text" role="alert">{error}</span>}
      </div>
      <div className={styles.end}>
        <time dateTime={new Date(note.at).toISOString()}>{time}</time>
        {onChange === undefined ? null : (
          <ActionMenu label={t('notes.menu', { time })} actions={[
            { label: t('notes.change'), icon: 'pencil', onChoose: () => onChange(note) },
            { label: t('notes.remove'), icon: 'trash', danger: true, onChoose: () => void save('notes.remove', () => client.notes.remove({ id: note.id })) },
          ]} />
        )}
      </div>
    </li>
  );
}

/** "Today", "Thu 19 Nov", with the year where it is another one. */
function dayOf(day: string, today: string, at: number, zone: string): string {
  return day === today ? t('notes.today') : dayText(at, zone, { year: day.slice(0, 4) !== today.slice(0, 4) });
}
