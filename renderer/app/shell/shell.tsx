import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { BackupTrouble } from '#renderer/features/settings/backups/backup-trouble.tsx';
import { Toasts } from '#renderer/ui/toast.tsx';
import { t } from '#shared/messages/messages.ts';
import { keepNavigation, navigationKept } from '../preferences.ts';
import { pressUndo, redoSaved } from '../saved.ts';
import { StaleQuestion } from '../stale.tsx';
import { useKeys } from '../use-keys.ts';
import { useMedia } from '../use-media.ts';
import { FrameContext, type Fold } from './frame.ts';
import { KeySheet, openKeySheet } from './key-sheet.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';

/** The window's frame: navigation at the left; the page fills top bar, middle and side panel. `[` folds the navigation, `?` shows the keys. */
export function Shell() {
  const [chosen, setChosen] = useState<'folded' | 'open' | null>(null);
  const [fold, setFold] = useState<Fold>('never');
  const narrow = useMedia('(max-width: 1439px)');
  const tight = useMedia('(max-width: 1023px)');
  const automatic = tight || fold === 'always' || (fold === 'withPanel' && narrow);
  const folded = chosen === null ? automatic || navigationKept() === 'folded' : chosen === 'folded';
  const turn = (): void => {
    const next = folded ? 'open' : 'folded';
    setChosen(next);
    keepNavigation(next);
  };
  useKeys({ '[': turn, '?': openKeySheet, 'mod+z': (event) => (event.shiftKey ? redoSaved() : pressUndo()), 'mod+y': redoSaved });
  return (
    <FrameContext value={setFold}>
      <div className={styles.app} data-folded={folded || undefined}>
        <a href="#content" className={styles.skip}>{t('kit.skipToContent')}</a>
        <Navigation folded={folded} onFold={turn} />
        <Outlet />
        <Toasts />
        <StaleQuestion />
        <BackupTrouble />
        <KeySheet />
      </div>
    </FrameContext>
  );
}
