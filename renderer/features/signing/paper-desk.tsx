import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMedia } from '#renderer/app/use-media.ts';
import { Paper } from '#renderer/features/documents/paper.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './paper-desk.module.css';

const zooms = [0.7, 0.85, 1, 1.2, 1.4] as const;

/** The agreement as paper, scrolled to the signatures; arrows go from section to section. */
export function PaperDesk({ id, version }: { id: string; version: number }) {
  const { data: preview, error } = useQuery(api.signing.preview.queryOptions({ input: { id, version } }));
  const roomy = useMedia('(min-width: 1600px)');
  const [zoom, setZoom] = useState(2);
  const [section, setSection] = useState('signatures');
  const desk = useRef<HTMLDivElement>(null);
  const sections = (preview?.blocks ?? []).flatMap((block) => (block.kind === 'section' ? [{ label: block.label, number: block.number ?? '', title: block.title }] : []));
  const at = sections.findIndex((entry) => entry.label === section);
  const ready = preview !== undefined;
  useEffect(() => {
    if (ready) desk.current?.querySelector(`[data-section="${CSS.escape(section)}"]`)?.scrollIntoView({ block: 'start' });
  }, [ready, section]);
  const go = (index: number): void => {
    const next = sections[index];
    if (next !== undefined) setSection(next.label);
  };
  const width = (roomy ? 690 : 640) * (zooms[zoom] ?? 1);
  return (
    <div className={styles.left}>
      <div className={styles.tools}>
        <span className="clip"><b>{t('signing.section')} {sections[at]?.number ?? ''}</b> {sections[at]?.title ?? ''}</span>
        <Button kind="quiet" size="small" icon="chevron-up" iconOnly disabledReason={at <= 0 ? t('kit.nothingFound') : null} onClick={() => go(at - 1)}>{t('signing.previousSection')}</Button>
        <Button kind="quiet" size="small" icon="chevron-down" iconOnly disabledReason={at >= sections.length - 1 ? t('kit.nothingFound') : null} onClick={() => go(at + 1)}>{t('signing.nextSection')}</Button>
        <span className={styles.grow} />
        <Button kind="quiet" size="small" icon="zoom-out" iconOnly disabledReason={zoom === 0 ? t('signing.smaller') : null} onClick={() => setZoom(zoom - 1)}>{t('signing.smaller')}</Button>
        <Button kind="quiet" size="small" icon="zoom-in" iconOnly disabledReason={zoom === zooms.length - 1 ? t('signing.larger') : null} onClick={() => setZoom(zoom + 1)}>{t('signing.larger')}</Button>
      </div>
      {/* The desk scrolls, so the keyboard must reach it. */}
      <div ref={desk} className={styles.desk} role="region" aria-label={t('signing.paper')} tabIndex={0}>
        {error === null ? null : <Failure error={error} />}
        {preview === undefined ? null : <Paper preview={preview} width={width} label={t('signing.paper')} />}
      </div>
    </div>
  );
}
