import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { calendarPhrase, periodPhrase } from '#shared/agreements/phrases.ts';
import { plainSentence, termName, termRules } from '#shared/agreements/sentences.ts';
import type { Term } from '#shared/agreements/terms.ts';
import { durationText } from '#shared/format/duration-text.ts';
import { t } from '#shared/messages/messages.ts';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, ValueHead } from '../value.tsx';
import styles from '../value.module.css';
import { choiceField } from './choice-fields.ts';
import { fieldLabel, fieldsOf } from './field-names.ts';
import { TermField, TypedField } from './term-field.tsx';

const opensAlone = new Set(['within', 'period', 'calendar', 'pauseReasons', 'reopen', 'steps', 'maintenance', 'tiers']);

/** Every rule of a term with its value, also those that its sentences leave out because they are as usual. */
export function RulesForm({ term }: { term: Term }) {
  const { document } = useDraftContext();
  const editing = useEditing();
  const [field, setField] = useState<string | null>(null);
  const save = (next: Term): void => editing.save([{ kind: 'set-term', term: next }]);
  if (field !== null) {
    return <><Button kind="link" icon="arrow-left" onClick={() => setField(null)}>{t('agreements.allRulesOf', { name: termName(term) })}</Button><TermField term={term} field={field} /></>;
  }
  return (
    <>
      <ValueHead>{t('agreements.allRulesOf', { name: termName(term) })}</ValueHead>
      <div className={styles.scroll} data-stay>
        <div className={styles.form}>
          {fieldsOf(term).map((name) => {
            const choice = choiceField(term, name, document);
            const label = choice?.label ?? fieldLabel(term, name);
            return [
              <span key={`${name} label`}>{label}</span>,
              <span key={name}>
                {choice !== null
                  ? <Pick label={label} block choices={[...choice.options]} value={choice.value} onChange={(value) => { const next = choice.apply(value); if (next !== null) save(next); }} />
                  : opensAlone.has(name)
                    ? <Button kind="link" className={styles.wrap} onClick={() => setField(name)}>{summary(term, name)}</Button>
                    : <TypedField term={term} field={name} edit={save} save={save} />}
              </span>,
            ];
          })}
        </div>
      </div>
    </>
  );

  function summary(of: Term, name: string): string {
    if (name === 'within' && 'within' in of) return durationText(of.within);
    if (name === 'period' && 'period' in of) return periodPhrase(of.period);
    if (name === 'calendar' && 'period' in of) return of.calendar === undefined ? t('agreements.agreedHours') : calendarPhrase(of.calendar);
    if (name === 'steps' && 'steps' in of) return of.steps === undefined ? t('agreements.none') : t('agreements.stepsCount', { count: of.steps.length });
    if (name === 'tiers' && of.type === 'credit') return of.tiers.map((tier) => `< ${tier.below} %: ${tier.creditPercent} %`).join(', ');
    if (name === 'maintenance' && of.type === 'availability' && of.maintenance === undefined) return t('agreements.none');
    const rule = termRules(of, document).find((parts) => parts.some((part) => part.field === name || (name === 'pauseReasons' && part.field === 'pausesMove')));
    return rule === undefined ? t('agreements.none') : plainSentence(rule);
  }
}
