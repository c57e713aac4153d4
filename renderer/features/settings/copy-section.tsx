import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

/** How large the workspace is, and the whole of it as a new file elsewhere. */
export function CopySection({ file }: { file: string }) {
  const { data: size } = useQuery(api.settings.size.queryOptions());
  const [place, setPlace] = useState('');
  const copy = useMutation({ mutationFn: () => client.settings.copyTo({ path: place }) });
  const refused = copy.error === null ? null : wordsOfFailure(copy.error);
  const reason = copy.isPending ? t('settings.copying') : place === '' ? t('settings.copyWhere') : null;
  return (
    <Section title={t('settings.copy')} ruled end={size === undefined ? undefined : <span className="t13 t3 num">{sizeText(size.bytes)}</span>}>
      <div className={styles.fields}>
        <TextField label={t('settings.copyTo')} help={t('settings.copyHelp')} optional maxLength={4096} placeholder={file.replace(/[^/\\]+$/u, 'copy.parley')} value={place} onCommit={setPlace}
          error={refused === null ? null : [refused.title, refused.wayOut].filter(Boolean).join(' ')} />
        <div className={styles.check}>
          <Button size="small" icon="copy" disabledReason={reason} onClick={() => copy.mutate()}>{t(copy.isPending ? 'settings.copying' : 'settings.copyNow')}</Button>
          <div role="status" className="t13">{copy.data === undefined ? null : t('settings.copied', { place: copy.data.path, size: sizeText(copy.data.bytes) })}</div>
        </div>
      </div>
    </Section>
  );
}
