import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { askWindow, isDesktop } from '#renderer/app/desktop-window.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { WorkspaceInfo } from '#shared/workspace/model.ts';
import { PlaceDialog, type PlaceDeed } from './place-dialog.tsx';
import styles from './settings.module.css';

/** Where the workspace is and how large; a copy of it, and another place. */
export function PlaceSection({ workspace: { file } }: { workspace: WorkspaceInfo }) {
  const { data: size } = useQuery(api.settings.size.queryOptions());
  const [deed, setDeed] = useState<PlaceDeed | null>(null);
  return (
    <Section title={t('settings.place')} ruled end={size === undefined ? undefined : <span className="t13 t3 num">{sizeText(size.bytes)}</span>}>
      <div className={styles.fields}>
        <div className={styles.file}><span>{t('settings.file')}</span><bdi>{file}</bdi></div>
        <div className={styles.deedRow}>
          <Button size="small" icon="copy" hasPopup="dialog" onClick={() => setDeed('copy')}>{t('workspace.copy')}</Button>
          <Button size="small" icon="arrow-right" hasPopup="dialog" onClick={() => setDeed('move')}>{t('workspace.move')}</Button>
          {isDesktop ? <Button size="small" icon="folder-open" onClick={() => askWindow({ kind: 'show-workspace' })}>{t('workspace.showInFolder')}</Button> : null}
        </div>
      </div>
      {deed === null ? null : <PlaceDialog deed={deed} file={file} onClose={() => setDeed(null)} />}
    </Section>
  );
}
