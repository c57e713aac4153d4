import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { AttachedTo, Attachment } from '#shared/attachments/model.ts';
import { sizeText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { attach } from './attach.ts';
import styles from './attachments.module.css';

/** The files of a record: dropped or chosen, saved by name, removed with undo. Parley opens none of them. */
export function Attachments({ to, level = 3 }: { to: AttachedTo; level?: 2 | 3 }) {
  const { data, error } = useQuery(api.attachments.list.queryOptions({ input: to }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { save } = useSaving();
  const [over, setOver] = useState(false);
  const [copying, setCopying] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    setFaults([]);
    for (const file of files) {
      setCopying(file.name);
      const fault = await attach(to, file, save);
      if (fault !== null) setFaults((before) => [...before, fault]);
    }
    setCopying(null);
  };
  const Heading = level === 2 ? 'h2' : 'h3';
  const rows = data ?? [];
  return (
    <div className={classes(styles.files, over && styles.over)}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); void take([...event.dataTransfer.files]); }}>
      <section aria-label={t('attachments.title')}>
      <div className={styles.head}>
        <Heading>{t('attachments.title')}{rows.length === 0 ? null : <span className={styles.count}>{rows.length}</span>}</Heading>
        <Button kind="quiet" size="small" icon="paperclip" disabledReason={copying === null ? null : t('attachments.adding', { name: copying })} onClick={() => input.current?.click()}>{t(over ? 'attachments.drop' : 'attachments.attach')}</Button>
        <input ref={input} type="file" multiple className="sr" tabIndex={-1} aria-label={t('attachments.attach')} onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; void take(files); }} />
      </div>
      {error === null ? null : <p className="t13 missed-text">{wordsOfFailure(error).title}</p>}
      {data === undefined || rows.length > 0 ? null : <p className="t13 t3">{t('attachments.none')}</p>}
      <ul>{rows.map((row) => <Row key={row.id} row={row} zone={workspace?.zone ?? 'UTC'} />)}</ul>
      <div role="status" className="t13 t2">{copying === null ? null : t('attachments.adding', { name: copying })}</div>
      {faults.map((fault) => <p key={fault} className="t13 missed-text" role="alert" dir="auto">{fault}</p>)}
      </section>
    </div>
  );
}

function Row({ row, zone }: { row: Attachment; zone: string }) {
  const { save, error } = useSaving();
  return (
    <li>
      <Icon name="paperclip" />
      <div>
        <button type="button" className={styles.name} onClick={() => downloadFile(row.id)}><span className="sr">{t('attachments.download', { name: row.name })}</span><span aria-hidden="true" dir="auto">{row.name}</span></button>
        <span className={styles.about} dir="auto">{t('attachments.about', { size: sizeText(row.bytes), who: row.by ?? t('history.program'), at: instantText(row.at, zone, { year: true }) })}</span>
        {error === null ? null : <span className="missed-text" role="alert">{error}</span>}
      </div>
      <Button kind="quiet" size="small" icon="trash" iconOnly onClick={() => void save('attachments.remove', () => client.attachments.remove({ id: row.id }))}>{t('attachments.remove', { name: row.name })}</Button>
    </li>
  );
}
