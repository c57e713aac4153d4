import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useKeys } from '#renderer/app/use-keys.ts';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { termName, termRules, termSentence, type SentencePart } from '#shared/agreements/sentences.ts';
import type { Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';
import { choiceField } from './fields/choice-fields.ts';
import { fieldLabel } from './fields/field-names.ts';
import { RulesForm } from './fields/rules-form.tsx';
import { TermField } from './fields/term-field.tsx';
import styles from './document.module.css';
import { useDraftContext } from './use-draft.ts';
import { Value } from './value.tsx';

/** A term as sentences whose values can be changed; Alt and an arrow move it among its neighbours. */
export function TermBlock({ term, number, siblings, selected }: { term: Term; number: string; siblings: readonly Term[]; selected: boolean }) {
  const { document, edit, view } = useDraftContext();
  const navigate = useNavigate();
  const block = useRef<HTMLDivElement>(null);
  const at = siblings.findIndex((sibling) => sibling.id === term.id);
  const name = termName(term);
  useEffect(() => {
    if (selected && block.current?.contains(globalThis.document.activeElement) !== true) block.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const move = (by: -1 | 1): void => {
    const other = siblings[at + by];
    if (other !== undefined) void edit([{ kind: 'move-term', term: term.id, to: document.terms.findIndex((candidate) => candidate.id === other.id) }]);
  };
  useKeys(selected && view.isEditable ? { 'alt+ArrowUp': () => move(-1), 'alt+ArrowDown': () => move(1) } : {});
  useEffect(() => {
    const element = block.current;
    if (selected || element === null) return undefined;
    const select = (): void => void navigate({ to: '/agreements/$id/draft', params: { id: view.id }, search: (search) => ({ ...search, term: term.id, item: undefined }), replace: true });
    element.addEventListener('focusin', select);
    return () => element.removeEventListener('focusin', select);
  }, [selected, navigate, view.id, term.id]);
  const rules = termRules(term, document).filter((parts) => !isUsual(term, parts));
  return (
    <div ref={block} id={`term-${term.id}`} className={classes(styles.block, selected && styles.on)} role="group" aria-label={`${number} ${name}, ${term.id}`}>
      <span className={styles.no} title={term.id}>{number}</span>
      <div>
        {term.type === 'clause' ? <ClauseText term={term} /> : <p className={styles.sentence}><Sentence term={term} parts={termSentence(term, document)} /></p>}
        {rules.length === 0 && term.type === 'clause' ? null : (
          <p className={styles.also}>
            {rules.map((parts, index) => <span key={index}><Sentence term={term} parts={parts} quiet />{' '}</span>)}
            <Value label={t('agreements.allRulesOf', { name })} quiet width={520} body={<RulesForm term={term} />}>{t('agreements.allRules')}</Value>
          </p>
        )}
      </div>
      {!view.isEditable ? null : (
        <span className={styles.tools}>
          <ActionMenu label={t('agreements.moreOf', { name })} actions={[
            { label: t('agreements.moveUp'), icon: 'chevron-up', keyHint: 'Alt ↑', onChoose: () => move(-1), disabledReason: at > 0 ? null : t('agreements.isFirst') },
            { label: t('agreements.moveDown'), icon: 'chevron-down', keyHint: 'Alt ↓', onChoose: () => move(1), disabledReason: at < siblings.length - 1 ? null : t('agreements.isLast') },
            { label: t('agreements.removeTerm'), icon: 'trash', ruleBefore: true, onChoose: () => void edit([{ kind: 'remove-term', term: term.id }]) },
          ]} />
        </span>
      )}
    </div>
  );
}

/** Rules at their usual value are left to "All rules": the sentence says what a reader would not expect. */
function isUsual(term: Term, parts: readonly SentencePart[]): boolean {
  const fields = parts.flatMap((part) => part.field ?? []);
  const has = (field: string): boolean => fields.includes(field);
  if (has('source')) return true;
  if (term.type === 'availability') return (has('gapPolicy') && term.gapPolicy === 'undetermined') || (has('calendar') && term.calendar === undefined);
  if (term.type !== 'response' && term.type !== 'resolution') return false;
  return (has('priorityCounts') && term.priorityCounts === 'at-stop')
    || (has('onPriorityChange') && term.onPriorityChange === 'retroactive')
    || (has('belongsTo') && term.belongsTo === 'decided')
    || (has('stop') && term.stop === (term.type === 'response' ? 'first-response' : 'resolved'));
}

function Sentence({ term, parts, quiet = false }: { term: Term; parts: readonly SentencePart[]; quiet?: boolean }) {
  const { document } = useDraftContext();
  return parts.map((part, index) => {
    if (part.field === undefined) return <span key={index}>{part.text}</span>;
    const label = choiceField(term, part.field, document)?.label ?? fieldLabel(term, part.field);
    const lead = /^\s*/u.exec(part.text)?.[0] ?? '';
    return <span key={index}>{lead}<Value label={`${label}, ${termName(term)}`} quiet={quiet} width={widthOf(part.field)} body={<TermField term={term} field={part.field} />}>{part.text.trim()}</Value>{/\s$/u.test(part.text) ? ' ' : ''}</span>;
  });
}

function ClauseText({ term }: { term: Extract<Term, { type: 'clause' }> }) {
  return (
    <>
      <p className={styles.clauseHead}><Value label={t('agreements.heading')} width={420} body={<TermField term={term} field="heading" />}>{term.heading}</Value></p>
      <div className={styles.clauseText}><Value label={`${t('agreements.text')}, ${term.heading}`} quiet width={560} body={<TermField term={term} field="text" />}>{term.text}</Value></div>
    </>
  );
}

function widthOf(field: string): number {
  if (field === 'within') return window.innerWidth >= 1600 ? 600 : 496;
  return field === 'calendar' || field === 'condition' || field === 'formula' || field.startsWith('steps') ? 496 : 380;
}
