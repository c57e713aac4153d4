import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** For what cannot be undone, and for a wizard; nothing else stops the work. `actions` stand at the foot, the deed last. */
export function Dialog({ opened, onClose, title, children, actions, width = 480 }: { opened: boolean; onClose: () => void; title: string; children: ReactNode; actions: ReactNode; width?: number }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered size={width} lockScroll={false} transitionProps={{ duration: 120 }}
      classNames={{ content: styles.dialog ?? '', body: styles.body ?? '', title: styles.title ?? '' }}>
      <Modal.Overlay backgroundOpacity={0.28} />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
          <Button kind="quiet" size="small" icon="x" iconOnly onClick={onClose}>{t('kit.close')}</Button>
        </div>
        <Modal.Body>{children}</Modal.Body>
        <div className={styles.foot}>{actions}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
