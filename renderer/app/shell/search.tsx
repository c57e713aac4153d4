import { Modal } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { t } from '#shared/messages/messages.ts';
import { keyName } from '../keys.ts';
import { rememberPage } from '../recent.ts';
import { useKeys } from '../use-keys.ts';
import { useMedia } from '../use-media.ts';
import { SearchList } from './search-list.tsx';
import styles from './search.module.css';

/** A page's title is there a moment after the page. */
const titleDelayMs = 400;

/** "Search or go to": a field in a roomy top bar, an icon otherwise, Ctrl K everywhere. */
export function Search({ compact = false }: { compact?: boolean }) {
  const [opened, setOpened] = useState(false);
  const roomy = useMedia('(min-width: 1200px)');
  useRecent();
  useKeys({ 'mod+k': () => setOpened(true) });
  const close = (): void => setOpened(false);
  return (
    <>
      {roomy && !compact ? (
        <button type="button" className={styles.field} onClick={() => setOpened(true)} aria-haspopup="dialog"><Icon name="search" /><span>{t('kit.search')}</span><KeyHint>{keyName('mod+k')}</KeyHint></button>
      ) : (
        <Button kind="quiet" icon="search" iconOnly keyHint={keyName('mod+k')} onClick={() => setOpened(true)}>{t('kit.search')}</Button>
      )}
      {opened ? (
        <Modal.Root opened onClose={close} size={560} yOffset="12vh" lockScroll={false} transitionProps={{ duration: 0 }} classNames={{ content: styles.dialog ?? '', body: styles.body ?? '' }}>
          <Modal.Overlay backgroundOpacity={0.2} />
          <Modal.Content aria-label={t('kit.search')}><Modal.Body><SearchList onClose={close} /></Modal.Body></Modal.Content>
        </Modal.Root>
      ) : null}
    </>
  );
}

/** Remembers the pages that were open. */
function useRecent(): void {
  const router = useRouter();
  useEffect(() => {
    const remember = (): void => {
      const title = document.title.split(' · ').slice(0, -1).join(' · ');
      if (title !== '') rememberPage({ href: router.state.location.href, title });
    };
    const timer = setTimeout(remember, titleDelayMs);
    const forget = router.subscribe('onResolved', () => setTimeout(remember, titleDelayMs));
    return () => { clearTimeout(timer); forget(); };
  }, [router]);
}
