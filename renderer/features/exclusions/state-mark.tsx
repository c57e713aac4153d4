import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './exclusions.module.css';

const icons: Readonly<Record<Exclusion['state'], IconName>> = { proposed: 'circle-dashed', accepted: 'check', refused: 'x' };

/** The answer in a mark and a word. It is no verdict, so it has no colour of one. */
export function StateMark({ state }: { state: Exclusion['state'] }) {
  return <span className={styles.state} data-state={state}><Icon name={icons[state]} size={14} />{t(`exclusions.state-${state}`)}</span>;
}
