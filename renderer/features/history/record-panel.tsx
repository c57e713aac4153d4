import type { ReactNode } from 'react';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import type { HistorySubject } from '#shared/history/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './history.module.css';
import { RecordHistory } from './record-history.tsx';

export type RecordTab = 'details' | 'history';

/** The panel of a record: its fields, and its history. A new one (`subject` null) has its fields alone. Days and times of the history are of `zone`. */
export function RecordPanel({ name, label, title, subject, zone, tab, onTab, onClose, foot, children }: {
  name: string;
  label: string;
  title: ReactNode;
  subject: { readonly kind: HistorySubject; readonly id: string } | null;
  zone: string;
  tab: RecordTab;
  onTab: (tab: RecordTab) => void;
  onClose: () => void;
  foot: ReactNode;
  children: ReactNode;
}) {
  if (subject === null) return <SidePanel name={name} label={label} title={title} onClose={onClose} foot={foot}>{children}</SidePanel>;
  return (
    <SidePanel name={name} label={label} tabs={[{ name: 'details', label: t('history.details') }, { name: 'history', label: t('history.title') }]} tab={tab} onTab={onTab} onClose={onClose} foot={tab === 'details' ? foot : undefined}>
      <div role="tabpanel" aria-label={t(tab === 'details' ? 'history.details' : 'history.title')} tabIndex={tab === 'history' ? 0 : -1}>
        <h2 className={styles.record}>{title}</h2>
        {tab === 'details' ? children : <RecordHistory kind={subject.kind} id={subject.id} zone={zone} />}
      </div>
    </SidePanel>
  );
}
