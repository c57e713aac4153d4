import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PasteButton } from '#renderer/ui/paste/paste-button.tsx';
import type { Priority } from '#shared/agreements/model.ts';
import type { DocumentEdit } from '#shared/agreements/edits.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../document.module.css';
import { prioritiesPaste } from '../paste-rows.ts';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, Value, ValueHead } from '../value.tsx';
import valueStyles from '../value.module.css';

/** The agreement's own priorities: what each means, and how the tickets' source writes it. */
export function PrioritiesPart() {
  const { document, view, edit } = useDraftContext();
  return (
    <>
      {document.priorities.length === 0 ? null : (
        <ul className={styles.rows}>
          {document.priorities.map((priority) => (
            <li key={priority.id}><span>
              <Value label={`${t('agreements.priority')} ${priority.id}`} width={496} body={<PriorityField priority={priority} />}>{priority.id}{priority.name === priority.id ? '' : ` ${priority.name}`}</Value>{': '}
              <Value label={t('agreements.definitionOf', { name: priority.id })} quiet missing={priority.definition === ''} width={496} body={<PriorityField priority={priority} />}>{priority.definition === '' ? t('agreements.definitionMissing') : priority.definition}</Value>
              <span className="t3 t13">{' '}{priority.values.length === 0 ? t('agreements.noValues', { id: priority.id }) : t('agreements.inTickets', { values: priority.values.join(', ') })}</span>
            </span></li>
          ))}
        </ul>
      )}
      {view.isEditable ? <div className={styles.add}><Value label={t('agreements.addPriority')} quiet width={496} body={<PriorityField priority={null} />}>{t('agreements.addPriority')}</Value> <PasteButton title={t('table.pastePriorities')} help={t('table.pastePrioritiesHelp')} read={(rows) => prioritiesPaste(rows, document, edit)} /></div> : null}
    </>
  );
}

function PriorityField({ priority }: { priority: Priority | null }) {
  const { document } = useDraftContext();
  const { edit, save, close } = useEditing();
  const [draft, setDraft] = useState<Priority>(priority ?? { id: nextId(document.priorities), name: '', definition: '', values: [] });
  const at = document.priorities.findIndex((other) => other.id === priority?.id);
  const used = document.terms.filter((term) => 'priority' in term && term.priority === priority?.id);
  const set = (next: Priority): void => {
    setDraft(next);
    if (priority === null) return;
    const renamed: DocumentEdit[] = next.id === priority.id ? [] : document.terms.flatMap((term) => ('priority' in term && term.priority === priority.id ? [{ kind: 'set-term' as const, term: { ...term, priority: next.id } }] : []));
    const changed: DocumentEdit = { kind: 'set-priorities', priorities: document.priorities.with(at, next) };
    if (next.id === priority.id) save([changed]);
    else edit([changed, ...renamed]);
  };
  const move = (by: number): void => edit([{ kind: 'set-priorities', priorities: document.priorities.toSpliced(at, 1).toSpliced(at + by, 0, ...document.priorities.slice(at, at + 1)) }]);
  const idFault = (id: string): string | null => (document.priorities.some((other) => other.id !== priority?.id && other.id.toLowerCase() === id.toLowerCase()) ? t('agreements.idTaken') : null);
  const read = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
  return (
    <>
      <ValueHead>{priority === null ? t('agreements.addPriority') : `${t('agreements.priority')} ${priority.id}`}</ValueHead>
      <div className={valueStyles.row} data-stay>
        <TextField label={t('agreements.priorityId')} value={draft.id} maxLength={100} check={idFault} onChangeText={(id) => { if (priority === null) setDraft({ ...draft, id }); }} onCommit={(id) => set({ ...draft, id })} />
        <TextField label={t('agreements.priorityName')} value={draft.name} maxLength={500} onChangeText={(name) => { if (priority === null) setDraft({ ...draft, name }); }} onCommit={(name) => set({ ...draft, name })} />
      </div>
      <TextField label={t('agreements.definition')} optional multiline maxLength={5000} value={draft.definition} onCommit={(definition) => set({ ...draft, definition })} />
      <TextField label={t('agreements.priorityValues')} help={t('agreements.priorityValuesHelp')} optional multiline maxLength={5000} value={draft.values.join('\n')} onCommit={(text) => set({ ...draft, values: read(text) })} />
      <div className={valueStyles.foot}>
        {priority === null ? <span /> : <Button kind="link" icon="x" disabledReason={used.length > 0 ? t('agreements.priorityUsed', { terms: used.map((term) => term.id).join(', ') }) : null} onClick={() => edit([{ kind: 'set-priorities', priorities: document.priorities.toSpliced(at, 1) }])}>{t('agreements.takeOut')}</Button>}
        {priority === null ? null : <><Button kind="quiet" icon="chevron-up" iconOnly disabledReason={at === 0 ? t('agreements.isFirst') : null} onClick={() => move(-1)}>{t('agreements.moveUp')}</Button><Button kind="quiet" icon="chevron-down" iconOnly disabledReason={at === document.priorities.length - 1 ? t('agreements.isLast') : null} onClick={() => move(1)}>{t('agreements.moveDown')}</Button></>}
        {priority === null
          ? <Button kind="primary" disabledReason={draft.name.trim() === '' ? t('agreements.nameNeeded') : idFault(draft.id)} onClick={() => edit([{ kind: 'set-priorities', priorities: [...document.priorities, draft] }])}>{t('agreements.addPriority')}</Button>
          : <Button onClick={close}>{t('agreements.done')}</Button>}
      </div>
    </>
  );
}

function nextId(priorities: readonly Priority[]): string {
  let number = priorities.length + 1;
  while (priorities.some((priority) => priority.id === `P${number}`)) number += 1;
  return `P${number}`;
}
