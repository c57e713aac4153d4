import { Icon } from '#renderer/ui/icon.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './ledger.module.css';
import { endText, type LedgerView } from './view.ts';

/** How far the result can be trusted: no history, updates missing, approximate, open. Nothing where nothing is to be said. */
export function Marks({ view }: { view: LedgerView }) {
  const { ledger } = view.answer;
  const words = [
    ...ledger.marks.map((mark) => (mark.startsWith('history incomplete') ? t('tickets.markIncomplete', { count: ledger.missingUpdates }) : markWords(mark))),
    ...(ledger.verdict === 'open' ? [t('tickets.markOpen', { time: endText(view.answer.asOf, view.zone) })] : []),
  ];
  if (words.length === 0) return null;
  return <ul className={styles.marks}>{words.map((word) => <li key={word}><Icon name="info-circle" size={14} />{word}</li>)}</ul>;
}

function markWords(mark: string): string {
  if (mark === 'aggregate: pauses not re-derivable' || mark === 'approximate' || mark === 'not derivable') return t(`tickets.mark-${mark}`);
  return mark;
}
