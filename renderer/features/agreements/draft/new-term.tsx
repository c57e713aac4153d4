import { useState, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DurationField } from '#renderer/ui/fields/duration-field.tsx';
import { NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import { nextTermCode } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';
import type { Duration } from '#shared/time/duration.ts';
import { itemWords } from '../words.ts';
import { useDraftContext } from './use-draft.ts';
import { useEditing, ValueHead } from './value.tsx';
import valueStyles from './value.module.css';

export type NewKind = 'response' | 'resolution' | 'availability' | 'metric' | 'credit' | 'exclusion' | 'clause';

/** Why a term of this kind cannot be added yet; null where it can. */
export function obstacleTo(kind: NewKind, document: AgreementDocument): string | null {
  if ((kind === 'response' || kind === 'resolution') && document.priorities.length === 0) return t('agreements.priorityFirst');
  if (kind === 'availability' && document.serviceHours === undefined) return t('agreements.hoursFirst');
  if (kind === 'credit' && !document.terms.some((term) => 'period' in term)) return t('agreements.targetFirst');
  return null;
}

/** What a new term needs before it stands: nothing is filled in without being asked. */
export function NewTerm({ kind, item }: { kind: NewKind; item: CompletenessItem }) {
  const { document, view } = useDraftContext();
  const { edit } = useEditing();
  const [text, setText] = useState<Readonly<Record<string, string>>>({});
  const [percent, setPercent] = useState<number | null>(null);
  const [second, setSecond] = useState<number | null>(null);
  const [within, setWithin] = useState<Duration | null>(null);
  const free = document.priorities.find((priority) => !document.terms.some((term) => term.type === kind && 'priority' in term && term.priority === priority.id));
  const targets = document.terms.filter((term) => 'period' in term);
  const services = [...new Set(document.services.map((service) => service.service))];
  const field = (name: string, fallback = ''): string => text[name] ?? fallback;
  const put = (name: string) => (value: string): void => setText((before) => ({ ...before, [name]: value }));
  const id = nextTermCode([...view.usedCodes, ...document.terms.map((term) => term.id)]);
  const wanted = termOf();
  const parsed = termSchema.safeParse(wanted);
  const add = (): void => {
    if (parsed.success) edit([{ kind: 'set-term', term: parsed.data }]);
  };
  return (
    <>
      <ValueHead>{t(`agreements.new-${kind}`)}</ValueHead>
      <div data-stay className={valueStyles.body}>{fields()}</div>
      <div className={valueStyles.foot}><span /><Button kind="primary" disabledReason={parsed.success ? null : t('agreements.fillAll')} onClick={add}>{t('agreements.add')}</Button></div>
    </>
  );

  function termOf(): unknown {
    switch (kind) {
      case 'response':
      case 'resolution':
        return { id, type: kind, priority: field('priority', free?.id ?? document.priorities[0]?.id), within, atLeastPercent: percent };
      case 'availability':
        return { id, type: kind, atLeastPercent: percent, ...(field('service') === '' ? {} : { service: field('service') }), ...(field('source') === '' ? {} : { source: field('source') }) };
      case 'metric': {
        const direction = field('direction', 'at-least');
        return { id, type: kind, name: field('name'), unit: field('unit'), direction, target: percent, ...(direction === 'between' ? { targetTo: second } : {}) };
      }
      case 'credit':
        return { id, type: kind, of: field('of', targets[0]?.id), tiers: [{ below: percent, creditPercent: second }] };
      case 'exclusion':
        return { id, type: kind, name: field('name'), condition: field('condition') };
      case 'clause':
        return { id, type: kind, category: item, heading: field('heading', itemWords(item)), text: field('text') };
    }
  }

  function fields(): ReactNode {
    switch (kind) {
      case 'response':
      case 'resolution':
        return (
          <>
            <SelectField label={t('agreements.priority')} value={field('priority', free?.id ?? document.priorities[0]?.id)} choices={document.priorities.map((priority) => ({ value: priority.id, label: `${priority.id} ${priority.name}` }))} onChange={put('priority')} />
            <div className={valueStyles.row}>
              <DurationField label={t('agreements.within')} value={within} hours={document.serviceHours === undefined ? 'elapsed-hours' : 'business-hours'} placeholder={t('agreements.withinExample')} onCommit={setWithin} />
              <PercentField label={t('agreements.atLeast')} value={percent} onCommit={setPercent} />
            </div>
          </>
        );
      case 'availability':
        return (
          <>
            <SelectField label={t('agreements.measuredService')} value={field('service')} choices={[{ value: '', label: t('agreements.eachService') }, ...services.map((service) => ({ value: service, label: service }))]} onChange={put('service')} />
            <div className={valueStyles.row}><PercentField label={t('agreements.atLeast')} value={percent} onCommit={setPercent} /><TextField label={t('agreements.source')} optional value={field('source')} onCommit={put('source')} /></div>
          </>
        );
      case 'metric':
        return (
          <>
            <div className={valueStyles.row}><TextField label={t('agreements.metricName')} value={field('name')} onCommit={put('name')} /><TextField label={t('agreements.unit')} optional value={field('unit')} onCommit={put('unit')} /></div>
            <div className={valueStyles.row}>
              <SelectField label={t('agreements.direction')} value={field('direction', 'at-least')} choices={(['at-least', 'at-most', 'between'] as const).map((value) => ({ value, label: t(`agreements.direction-${value}`) }))} onChange={put('direction')} />
              <NumberField label={t('agreements.target')} decimals={3} value={percent} onCommit={setPercent} />
              {field('direction') === 'between' ? <NumberField label={t('agreements.targetTo')} decimals={3} value={second} onCommit={setSecond} /> : null}
            </div>
          </>
        );
      case 'credit':
        return (
          <>
            <SelectField label={t('agreements.creditOf')} value={field('of', targets[0]?.id)} choices={targets.map((target) => ({ value: target.id, label: `${target.id} ${termName(target)}` }))} onChange={put('of')} />
            <div className={valueStyles.row}><PercentField label={t('agreements.tierBelow')} value={percent} onCommit={setPercent} /><PercentField label={t('agreements.tierCredit')} value={second} onCommit={setSecond} /></div>
          </>
        );
      case 'exclusion':
        return <><TextField label={t('agreements.exclusionName')} value={field('name')} maxLength={500} onCommit={put('name')} /><TextField label={t('agreements.condition')} multiline maxLength={5000} value={field('condition')} onCommit={put('condition')} onChangeText={put('condition')} /></>;
      case 'clause':
        return <><TextField label={t('agreements.heading')} value={field('heading', itemWords(item))} maxLength={500} onCommit={put('heading')} /><TextField label={t('agreements.text')} multiline maxLength={100_000} value={field('text')} onCommit={put('text')} onChangeText={put('text')} /></>;
    }
  }
}
