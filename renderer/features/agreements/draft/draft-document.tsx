import { memo, useMemo } from 'react';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { completenessGroups } from '#shared/agreements/completeness.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { kindWords, versionStateWords } from '../words.ts';
import styles from './document.module.css';
import { ItemSection } from './item-section.tsx';
import { itemOf, termNumbers } from './term-order.ts';
import { useDraftContext } from './use-draft.ts';
import { useEditing, Value, ValueHead } from './value.tsx';

/** The whole agreement as sentences, in the order of the outline. A choice in it draws only what it touches again. */
export const DraftDocument = memo(function DraftDocument({ selectedTerm }: { selectedTerm: string | undefined }) {
  const draft = useDraftContext();
  const { document, view, failure, dismiss } = draft;
  const notice = view.dates?.lastDayOfNotice ?? null;
  const chosen = document.terms.find((term) => term.id === selectedTerm);
  const numbers = useMemo(() => termNumbers(document), [document]);
  const selectedItem = chosen === undefined ? null : itemOf(chosen);
  return (
    <div className={styles.doc} id="draft-document" tabIndex={-1}>
      {failure === null ? null : <div className={styles.failure}><FailureNote error={failure} onDismiss={dismiss} /></div>}
      <div className={styles.title}>
        <h1 className="t20"><Value label={t('agreements.title')} width={440} body={<TitleField />}>{document.title}</Value></h1>
        <Badge>{versionStateWords(view)}</Badge>
      </div>
      <Facts facts={[
        <span key="number" className="id">{view.number}</span>, kindWords(document.kind), view.version > 1 ? t('agreements.versionNumber', { version: view.version }) : null,
        document.term === undefined ? t('agreements.datesMissing') : `${dateText(document.term.from)} ${t('agreements.to')} ${dateText(document.term.to)}`,
        notice === null ? null : <span key="notice">{t('agreements.noticeByFact')} <b>{dateText(notice, { weekday: true })}</b></span>,
      ]} />
      {view.isEditable ? null : <Note>{t('agreements.readOnly')}</Note>}
      {completenessGroups.map((group, index) => (
        <section key={group.id} className={styles.group} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`}><span>{index + 1}</span><span>{t(`agreements.group-${group.id}`)}</span></h2>
          {group.items.flatMap((id) => view.completeness.items.find((item) => item.id === id) ?? []).map((item) => <ItemSection key={item.id} item={item} numbers={numbers} selectedTerm={item.id === selectedItem ? selectedTerm : undefined} />)}
        </section>
      ))}
    </div>
  );
});

function FailureNote({ error, onDismiss }: { error: unknown; onDismiss: () => void }) {
  const words = wordsOfFailure(error);
  return (
    <Note tone="missed">
      <b>{t('agreements.notSaved')}</b> {words.details.length > 0 ? words.details.map((detail) => detail.message).join('. ') : words.title}{words.wayOut === null ? '' : ` ${words.wayOut}`}{' '}
      <Button kind="link" size="small" onClick={onDismiss}>{t('kit.close')}</Button>
    </Note>
  );
}

function TitleField() {
  const { document } = useDraftContext();
  const { save } = useEditing();
  return <><ValueHead>{t('agreements.title')}</ValueHead><TextField label={t('agreements.title')} labelHidden value={document.title} maxLength={500} onCommit={(title) => save([{ kind: 'set-head', title }])} /></>;
}
