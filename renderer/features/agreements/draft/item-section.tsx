import { memo, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PasteButton } from '#renderer/ui/paste/paste-button.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import type { Term } from '#shared/agreements/terms.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { t } from '#shared/messages/messages.ts';
import { itemWords } from '../words.ts';
import styles from './document.module.css';
import { NewTerm, obstacleTo, type NewKind } from './new-term.tsx';
import { DatesPart, ReviewPart } from './parts/dates.tsx';
import { HolidaysPart, HoursPart } from './parts/hours.tsx';
import { PartiesPart, PeoplePart } from './parts/parties.tsx';
import { PrioritiesPart } from './parts/priorities.tsx';
import { ServicesPart } from './parts/services.tsx';
import { targetsPaste } from './paste-rows.ts';
import { TermBlock } from './term-block.tsx';
import { termsOf } from './term-order.ts';
import { useDraftContext } from './use-draft.ts';
import { useEditing, Value, ValueHead } from './value.tsx';
import valueStyles from './value.module.css';

type ItemState = AgreementView['completeness']['items'][number];

/** One of the 24 items: its structured part, its terms and clauses, or that it is missing or does not apply. */
export const ItemSection = memo(function ItemSection({ item, numbers, selectedTerm }: { item: ItemState; numbers: ReadonlyMap<string, string>; selectedTerm: string | undefined }) {
  const { document, view, edit } = useDraftContext();
  const { groups, clauses } = termsOf(item.id, document);
  const kinds = kindsOf(item.id);
  return (
    <section id={`item-${item.id}`} className={styles.item} aria-labelledby={`head-${item.id}`}>
      <h3 id={`head-${item.id}`} tabIndex={-1}>{itemWords(item.id)}{item.state === 'missing' ? <span>{t('agreements.notWritten')}</span> : null}</h3>
      {item.state === 'not-applicable' ? <p className={styles.rows}>{t('agreements.notApplicableLead')}{' '}<Value label={t('agreements.notApplicable')} body={<NotApplicable item={item.id} reason={item.reason ?? ''} />}>{item.reason}</Value></p> : null}
      <StructuredPart item={item.id} />
      {groups.map((terms, index) => (
        <div key={terms[0]?.type ?? index}>
          {item.id === 'targets' && terms[0] !== undefined ? <p className={styles.kind}>{t(`agreements.targets-${targetKind(terms[0])}`)}</p> : null}
          {terms.map((term) => <TermBlock key={term.id} term={term} number={numbers.get(term.id) ?? ''} siblings={terms} selected={term.id === selectedTerm} />)}
        </div>
      ))}
      {clauses.map((term) => <TermBlock key={term.id} term={term} number={numbers.get(term.id) ?? ''} siblings={clauses} selected={term.id === selectedTerm} />)}
      {!view.isEditable ? null : (
        <div className={classes(styles.add, kinds.length === 1 && item.state !== 'missing' && styles.seldom)}>
          {kinds.map((kind) => {
            const obstacle = obstacleTo(kind, document);
            if (obstacle !== null) return <Button key={kind} kind="link" size="small" disabledReason={obstacle}>{t(`agreements.new-${kind}`)}</Button>;
            return <Value key={kind} label={t(`agreements.new-${kind}`)} quiet width={kind === 'clause' || kind === 'exclusion' ? 520 : 440} body={<NewTerm kind={kind} item={item.id} />}>{t(`agreements.new-${kind}`)}</Value>;
          })}
          {item.id === 'targets' && document.terms.some((term) => term.type === 'response' || term.type === 'resolution') ? <PasteButton title={t('table.pasteTargets')} help={t('table.pasteTargetsHelp')} read={(rows) => targetsPaste(rows, document, edit)} /> : null}
          {item.state === 'missing' && item.id !== 'parties' ? <Value label={t('agreements.notApplicable')} quiet width={420} body={<NotApplicable item={item.id} reason="" />}>{t('agreements.doesNotApply')}</Value> : null}
        </div>
      )}
    </section>
  );
});

function kindsOf(item: CompletenessItem): readonly NewKind[] {
  if (item === 'targets') return ['response', 'resolution', 'availability', 'metric'];
  if (item === 'exclusions') return ['exclusion', 'clause'];
  if (item === 'remedies') return ['credit', 'clause'];
  return ['clause'];
}

function targetKind(term: Term): 'response' | 'resolution' | 'availability' | 'metric' {
  return term.type === 'response' || term.type === 'resolution' || term.type === 'availability' ? term.type : 'metric';
}

function StructuredPart({ item }: { item: CompletenessItem }) {
  const { document } = useDraftContext();
  switch (item) {
    case 'parties':
      return <><PartiesPart /><PeoplePart /></>;
    case 'services':
      return <ServicesPart />;
    case 'scope': {
      const sites = [...new Set(document.services.flatMap((service) => service.site ?? []))];
      return sites.length === 0 ? null : <p className={styles.rows}>{t('agreements.sitesCovered', { sites: sites.join(', ') })}</p>;
    }
    case 'contacts':
      return <PeoplePart as="contact" />;
    case 'escalation':
      return <PeoplePart as="escalation" />;
    case 'signatures':
      return <><PeoplePart as="signatory" /><PeoplePart as="approver" /></>;
    case 'term-and-notice':
      return <DatesPart />;
    case 'review':
      return <ReviewPart />;
    case 'service-hours':
      return <HoursPart />;
    case 'holidays':
      return <HolidaysPart />;
    case 'priorities':
      return <PrioritiesPart />;
    case 'measuring': {
      const without = document.terms.filter((term) => 'period' in term && term.source === undefined && !(term.type === 'availability' && term.method !== undefined));
      return without.length === 0 ? null : <p className={styles.rows}>{t('agreements.withoutSource', { terms: without.map(termName).join(', ') })}{' '}<Value label={t('agreements.source')} missing body={<SourceForAll />}>{t('agreements.sourceMissing')}</Value></p>;
    }
    case 'maintenance': {
      const with_ = document.terms.filter((term) => term.type === 'availability' && term.maintenance !== undefined);
      return with_.length === 0 ? null : <p className={styles.rows}>{t('agreements.maintenanceIn', { terms: with_.map((term) => term.id).join(', ') })}</p>;
    }
    default:
      return null;
  }
}

/** One source for every target that has none. */
function SourceForAll() {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const keep = (source: string): void => edit(document.terms.flatMap((term) => ('period' in term && term.source === undefined ? [{ kind: 'set-term' as const, term: { ...term, source } }] : [])));
  return <><ValueHead>{t('agreements.source')}</ValueHead><TextField label={t('agreements.source')} labelHidden value="" help={t('agreements.sourceForAll')} onCommit={keep} /></>;
}

function NotApplicable({ item, reason }: { item: CompletenessItem; reason: string }) {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const [text, setText] = useState(reason);
  const others = document.notApplicable.filter((entry) => entry.item !== item);
  return (
    <>
      <ValueHead>{t('agreements.doesNotApply')}</ValueHead>
      <div data-stay><TextField label={t('agreements.because')} value={text} multiline maxLength={1000} onCommit={setText} onChangeText={setText} /></div>
      <div className={valueStyles.foot}>
        {reason === '' ? <span /> : <Button kind="link" icon="x" onClick={() => edit([{ kind: 'set-not-applicable', entries: others }])}>{t('agreements.doesApply')}</Button>}
        <Button kind="primary" disabledReason={text.trim() === '' ? t('agreements.reasonNeeded') : null} onClick={() => edit([{ kind: 'set-not-applicable', entries: [...others, { item, reason: text.trim() }] }])}>{t('agreements.keep')}</Button>
      </div>
    </>
  );
}
