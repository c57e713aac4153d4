import { useMutation } from '@tanstack/react-query';
import { Button } from '#renderer/ui/button.tsx';
import { DefinitionList } from '#renderer/ui/facts.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { dayText, instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { isNewer, type RefusedWorkspace } from '#shared/workspace/refused.ts';
import styles from './start-screen.module.css';

/** In place of the app where the workspace cannot be opened: why, that the file was not touched, and the copy that opens. */
export function RefusedScreen({ refused }: { refused: RefusedWorkspace }) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const [copy] = refused.copies;
  const open = useMutation({ mutationFn: openCopy });
  return (
    <div className={styles.screen}>
      <span className={styles.mark}><Mark size={36} /></span>
      <main className={styles.middle}>
        <div className={styles.refused}>
          <h1 className="t20">{t(isNewer(refused) ? 'start.newerTitle' : 'start.refusedTitle')}</h1>
          <p className="t2">{isNewer(refused) ? t('start.newerText', { version: refused.version }) : [refused.refusal.message, refused.refusal.wayOut].filter(Boolean).join(' ')}</p>
          <DefinitionList entries={[
            { name: t('start.file'), value: <>{refused.file} {refused.bytes === null ? null : <span className="t2">{sizeText(refused.bytes)}</span>}</> },
            ...(refused.changedAt === null ? [] : [{ name: t('start.lastChanged'), value: instantText(refused.changedAt, timeZone, { year: true }) }]),
          ]} />
          {copy === undefined ? <p className="t13 t2">{t('start.noCopy')}</p> : (
            <>
              <Button kind="primary" disabledReason={open.isPending ? t('kit.loading') : null} onClick={() => open.mutate(copy.name)}>{t('start.openCopy', { date: dayText(copy.madeAt, timeZone, { weekday: false }) })}</Button>
              <p className={styles.copy}><Icon name="archive" /><span>{t('start.copyMeans', { date: instantText(copy.madeAt, timeZone) })}</span></p>
            </>
          )}
          {open.error === null ? null : <p className={styles.failure} role="alert">{t('start.copyGone')}</p>}
        </div>
      </main>
      <footer className={styles.foot}><span>{t('start.offline')}</span><span>{t('start.version', { version: refused.version })}</span></footer>
    </div>
  );
}

async function openCopy(copy: string): Promise<void> {
  const response = await fetch('/open', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ copy }) });
  if (!response.ok) throw new Error('no such copy');
}
