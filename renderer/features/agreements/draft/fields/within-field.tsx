import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { DurationField } from '#renderer/ui/fields/duration-field.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import type { ClockTerm, Term } from '#shared/agreements/terms.ts';
import { countText } from '#shared/format/figures.ts';
import { ordinal } from '#shared/format/duration-text.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { Duration } from '#shared/time/duration.ts';
import { useDraftContext } from '../use-draft.ts';
import { useEditing } from '../value.tsx';
import styles from '../value.module.css';
import { ChoiceList } from './choice-list.tsx';

/** The time of a target, and beside each meaning of it when a ticket would be due and how many of the data's would have kept it. */
export function WithinField({ term, set }: { term: ClockTerm; set: (term: Term) => void }) {
  const { view, document } = useDraftContext();
  const { close } = useEditing();
  const [within, setWithin] = useState<Duration>(term.within);
  const { data } = useQuery(api.compliance.meanings.queryOptions({ input: { id: view.id, version: view.version, term: term.id, within }, placeholderData: keepPreviousData }));
  const choices = data?.choices.map((choice) => choice.within) ?? meaningsOf(within);
  const take = (kind: string): void => {
    const chosen = choices.find((choice) => choice.kind === kind);
    if (chosen !== undefined) set({ ...term, within: chosen });
    close();
  };
  const options = choices.map((choice, index) => {
    const meaning = data?.choices[index];
    return {
      value: choice.kind,
      label: meaningWords(choice),
      ...(meaning === undefined ? {} : { consequences: [instantText(meaning.due, document.zone), ...(meaning.of === 0 ? [] : [countText(meaning.kept)])] }),
    };
  });
  const heads = data === undefined ? undefined : ['', t('agreements.countedAs'), t('agreements.dueIfOpened', { at: instantText(data.openedAt, document.zone) }), ...(data.of === 0 ? [] : [t('agreements.keptOf', { count: countText(data.of) })])];
  return (
    <>
      <div className={styles.head}>
        <span>{t('agreements.meaningOfDuration')}</span>
        <div className={styles.duration} data-stay>
          <DurationField label={t('agreements.within')} labelHidden size="small" value={within} hours={within.kind === 'elapsed-hours' ? 'elapsed-hours' : 'business-hours'} onCommit={(next) => { if (next !== null) { setWithin(next); set({ ...term, within: next }); } }} />
        </div>
      </div>
      <ChoiceList key={`${within.kind} ${'seconds' in within ? within.seconds : within.days}`} label={t('agreements.countedAs')} options={options} value={within.kind} onChoose={take} {...(heads === undefined ? {} : { heads: heads.slice(1) })} />
      <p className={styles.say}><span>{t(`agreements.saying-${within.kind}`)}</span><span><KeyHint>↑</KeyHint> <KeyHint>↓</KeyHint> <KeyHint>↵</KeyHint> {t('agreements.setKey')}</span></p>
    </>
  );
}

/** The five meanings of one figure: 4 hours become 4 business hours, 4 hours around the clock, 4 business days. */
export function meaningsOf(within: Duration): Duration[] {
  const amount = 'seconds' in within ? within.seconds / 3600 : within.days;
  const seconds = 'seconds' in within ? within.seconds : within.days * 3600;
  const days = Math.max(1, Math.round(amount));
  return [
    { kind: 'business-hours', seconds: Math.max(3600, seconds) }, { kind: 'elapsed-hours', seconds: Math.max(3600, seconds) },
    { kind: 'business-days', days }, { kind: 'end-of-business-day', days: 'days' in within ? within.days : days }, { kind: 'calendar-days', days },
  ];
}

function meaningWords(duration: Duration): string {
  if (duration.kind === 'end-of-business-day') return duration.days === 0 ? t('agreements.endOfSameDay') : t('agreements.endOfDay', { nth: ordinal(duration.days) });
  return t(`agreements.meaning-${duration.kind}`);
}
