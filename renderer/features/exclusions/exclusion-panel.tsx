import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { undoSaved } from '#renderer/app/saved.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DefinitionList } from '#renderer/ui/facts.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { toastUndo } from '#renderer/ui/toast.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { clausesOf } from './clauses.ts';
import { Effect } from './effect.tsx';
import styles from './exclusions.module.css';
import { usePeopleChoices } from './people-choices.ts';
import { StateMark } from './state-mark.tsx';
import { coversText, keyOf, repeatText, spanText, windowReason } from './words.ts';

/** One exclusion: what it leaves out, who asked and answered, what it changes, and the customer's answer. */
export function ExclusionPanel({ view, exclusion, onClose }: { view: AgreementView; exclusion: Exclusion; onClose: () => void }) {
  const { document } = view;
  const people = usePeopleChoices(document, 'customer');
  const [by, setBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { save, error } = useSaving();
  const { id, maintenanceId, state } = exclusion;
  const answer = async (accept: boolean): Promise<void> => {
    if (by === null) return;
    const given = { accept, by, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    if (maintenanceId !== null) await save('exclusions.decide-maintenance', () => client.exclusions.decideMaintenance({ agreement: view.id, maintenanceId, ...given }));
    else if (id !== null) await save('exclusions.decide', () => client.exclusions.decide({ id, ...given }));
    setReason('');
  };
  const remove = async (): Promise<void> => {
    if (id === null || (await save('exclusions.remove', () => client.exclusions.remove({ id }))) === null) return;
    toastUndo(t('exclusions.removed'), undoSaved);
    if (maintenanceId === null) onClose();
  };
  // What the plan itself made accepted can still be refused by the agreement.
  const isFinal = state === 'accepted' && id !== null;
  const missing = by === null ? t('exclusions.whoAnswersFirst') : null;
  const foot = isFinal ? <span className="t12 t3">{t('exclusions.accepted')}</span> : (
    <>
      <Button kind="primary" disabledReason={missing} onClick={() => void answer(true)}>{t(state === 'refused' ? 'exclusions.acceptInstead' : 'exclusions.accept')}</Button>
      {state === 'refused' ? null : <Button disabledReason={missing} onClick={() => void answer(false)}>{t('exclusions.refuse')}</Button>}
      {state === 'proposed' && id !== null && maintenanceId === null ? <span className={styles.end}><Button kind="danger" icon="trash" onClick={() => void remove()}>{t('exclusions.remove')}</Button></span> : null}
    </>
  );
  return (
    <SidePanel name="exclusion" wide label={t('exclusions.title')} title={coversText(exclusion)} onClose={onClose} foot={foot}>
      <StateMark state={state} />
      <p className={styles.reason} dir="auto">{exclusion.reason}</p>
      <DefinitionList entries={factsOf(view, exclusion)} />
      {maintenanceId === null ? null : <p className={styles.why}>{windowReason(exclusion, document.zone)} <Link to="/monitoring/maintenance" search={{ id: maintenanceId }}>{t('exclusions.byPlan')}</Link></p>}
      <Section title={t('exclusions.changes')}><Effect key={keyOf(exclusion)} agreement={view.id} of={maintenanceId !== null ? { maintenanceId } : { id: id ?? '' }} state={state} /></Section>
      {isFinal ? null : (
        <Section title={t('exclusions.answer')}>
          <div className={styles.fields}>
            <SelectField label={t('exclusions.whoAnswers')} value={by} choices={people} onChange={setBy} />
            <TextField label={t('exclusions.answerReason')} optional multiline maxLength={2000} value={reason} onChangeText={setReason} onCommit={setReason} />
          </div>
        </Section>
      )}
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </SidePanel>
  );
}

function factsOf({ id, document }: AgreementView, exclusion: Exclusion) {
  const { zone } = document;
  const clause = clausesOf(document).find(({ code }) => code === exclusion.clause);
  const said = (who: string | null, when: number | null): string | null => {
    const at = when === null ? null : instantText(when, zone, { year: true });
    return who === null ? at : at === null ? who : t('exclusions.at', { who, when: at });
  };
  return [
    { name: t('exclusions.covers'), value: exclusion.ticketNo === null ? coversText(exclusion) : <Link to="/agreements/$id/tickets/$ticket" params={{ id, ticket: String(exclusion.ticketNo) }} search={{}}>{coversText(exclusion)}</Link> },
    { name: t('exclusions.period'), value: spanText(exclusion, zone) },
    { name: t('exclusions.repeats'), value: repeatText(exclusion.repeat) },
    { name: t('exclusions.kind'), value: t(`exclusions.kind-${exclusion.kind}`) },
    { name: t('exclusions.clause'), value: exclusion.maintenanceId !== null ? null : exclusion.clause === null ? t('exclusions.noClause') : clause === undefined ? exclusion.clause : <><span className="id">{clause.code}</span> <span dir="auto">{clause.name}</span></> },
    { name: t('exclusions.announced'), value: exclusion.maintenanceId === null ? null : exclusion.announcedAt === null ? t('exclusions.announcedUnknown') : instantText(exclusion.announcedAt, zone, { year: true }) },
    { name: t('exclusions.proposed'), value: exclusion.id === null ? t('exclusions.byPlan') : said(exclusion.author, exclusion.proposedAt) },
    { name: t('exclusions.decidedAt'), value: said(exclusion.decidedBy, exclusion.decidedAt) },
    { name: t('exclusions.decision'), value: exclusion.decisionReason },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ key: name, name, value }]));
}
