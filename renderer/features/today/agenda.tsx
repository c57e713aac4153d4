import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { AttentionItem } from '#shared/today/model.ts';
import styles from './today.module.css';
import { kindDeeds, kindIcons, stepOf, whenOf } from './words.ts';

/** Rows of two lines: the deed, for whom, why, and when at the right edge. The chosen one shows its button left of the date. */
export function Agenda({ items, today, chosen, onChoose, label }: { items: readonly AttentionItem[]; today: string; chosen: string | null; onChoose: (key: string) => void; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => <AgendaRow key={item.key} item={item} today={today} isChosen={item.key === chosen} onChoose={() => onChoose(item.key)} />)}
    </ul>
  );
}

function AgendaRow({ item, today, isChosen, onChoose }: { item: AttentionItem; today: string; isChosen: boolean; onChoose: () => void }) {
  const navigate = useNavigate();
  const when = whenOf(item, today);
  const step = stepOf(item);
  return (
    <li className={classes(styles.row, isChosen && styles.chosen)} aria-current={isChosen ? 'true' : undefined}>
      <button type="button" className={styles.choose} tabIndex={-1} aria-hidden="true" onClick={onChoose} />
      <Icon name={kindIcons[item.kind]} size={18} />
      <div className={styles.what}>
        <p><Link {...step} onFocus={onChoose}>{item.deed}</Link> <span className={styles.of}>{item.about}</span></p>
        <p className={styles.why} title={item.why}>{item.why}</p>
      </div>
      {isChosen ? <div className={styles.go}><Button size="small" onClick={() => void navigate({ ...step })}>{kindDeeds[item.kind]}</Button></div> : <span />}
      <div className={styles.when}><b>{when.date}</b><span className={when.tone === null ? undefined : styles[when.tone]}>{when.distance}</span></div>
    </li>
  );
}
