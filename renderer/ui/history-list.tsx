import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import styles from './history-list.module.css';
import { Icon, type IconName } from './icon.tsx';

export type HistoryEntry = { readonly id: string; readonly subject: ReactNode; readonly text?: ReactNode; readonly time: string; readonly icon?: IconName; readonly person?: { readonly name: string; readonly side?: 'us' | 'them' }; /** The way back, at the right below the time. */ readonly action?: ReactNode };

/** What happened, newest first, by day: an icon for the program, initials for a person, the time at the right. */
export function HistoryList({ days }: { days: readonly { readonly day: string; readonly entries: readonly HistoryEntry[] }[] }) {
  return (
    <div className={styles.list}>
      {days.map((group) => (
        <section key={group.day} aria-label={group.day}>
          <h3>{group.day}</h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.id}>
                <span className={styles.mark}>{entry.person === undefined ? <Icon name={entry.icon ?? 'point'} /> : <Avatar name={entry.person.name} side={entry.person.side} />}</span>
                <div className={styles.what}><b>{entry.subject}</b>{entry.text === undefined ? null : <div>{entry.text}</div>}</div>
                <div className={styles.end}><time>{entry.time}</time>{entry.action}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
