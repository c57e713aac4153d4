import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './agreement.module.css';

/** Who was asked, who decided, and the form that records a decision while the version waits for it. */
export function Approvals({ view }: { view: AgreementView }) {
  const { approvals, document } = view;
  const waiting = approvals.asked.filter((asked) => !approvals.decisions.some((decision) => decision.person === asked.person));
  return (
    <Section title={t('agreements.approvals')} ruled>
      <p className="t13 t2">{t('agreements.approvalNeeded', { count: approvals.needed })} {approvals.asked.length === 0 ? t('agreements.approvalAnyone') : t('agreements.approvalAsked', { names: approvals.asked.map((asked) => asked.person).join(', ') })} {approvals.author === null ? '' : t('agreements.authorIs', { name: approvals.author })}</p>
      <ul className={styles.lines}>
        {approvals.decisions.map((decision) => (
          <li key={`${decision.person} ${decision.at}`}>
            <span className="m">{decision.person}</span><span className="t3">{decision.organisation}</span>
            <VerdictMark verdict={decision.state === 'approved' ? 'met' : 'missed'} word={decision.state === 'approved' ? t('agreements.decidedApproved') : t('agreements.decidedRejected')} />
            <span className={styles.end}>{dateText(localDate(decision.at, document.zone))}</span>
            {decision.reason === null ? null : <p className={styles.reason}>{decision.reason}</p>}
          </li>
        ))}
        {view.state === 'agreed' ? waiting.map((asked) => <li key={asked.person}><span className="m">{asked.person}</span><span className="t3">{asked.organisation}</span><VerdictMark verdict="nodata" word={t('agreements.waits')} /></li>) : null}
      </ul>
      {view.state === 'agreed' ? <DecisionForm view={view} /> : null}
    </Section>
  );
}

function DecisionForm({ view }: { view: AgreementView }) {
  const { approvals } = view;
  const { data: people = [] } = useQuery(api.people.list.queryOptions({ input: {} }));
  const done = new Set(approvals.decisions.filter((decision) => decision.state === 'approved').map((decision) => decision.person));
  const able = approvals.asked.length > 0
    ? approvals.asked.filter((asked) => asked.person !== approvals.author).map((asked) => ({ name: asked.person, organisation: asked.organisation }))
    : people.filter((person) => person.name !== approvals.author).map((person) => ({ name: person.name, organisation: person.organisation }));
  const choices = able.filter((person) => !done.has(person.name)).map((person) => ({ value: person.name, label: person.name, hint: person.organisation }));
  const [by, setBy] = useState<string | null>(null);
  const [decision, setDecision] = useState<'approve' | 'reject'>('approve');
  const [reason, setReason] = useState('');
  const person = by ?? (choices.length === 1 ? (choices[0]?.value ?? null) : null);
  const record = useMutation({
    mutationFn: () => client.agreements.approve({ id: view.id, by: person ?? '', reject: decision === 'reject', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }),
    onSuccess: () => { setBy(null); setReason(''); setDecision('approve'); },
  });
  const missing = person === null ? t('agreements.whoDecides') : decision === 'reject' && reason.trim() === '' ? t('agreements.reasonNeeded') : null;
  return (
    <div className={styles.decide} id="decide" tabIndex={-1} role="group" aria-label={t('agreements.approveTitle', { version: view.version })}>
      <SelectField label={t('agreements.decidedBy')} value={person} choices={choices} onChange={setBy} />
      <Segmented label={t('agreements.decision')} value={decision} onChange={setDecision} options={(['approve', 'reject'] as const).map((value) => ({ value, label: t(`agreements.decision-${value}`) }))} />
      <TextField label={t('agreements.rejectReason')} optional={decision === 'approve'} multiline maxLength={5000} value={reason} onChangeText={setReason} onCommit={setReason} />
      <Button kind="primary" disabledReason={missing} onClick={() => record.mutate()}>{t('agreements.recordDecision')}</Button>
      {record.error === null ? null : <DecisionFailure error={record.error} />}
    </div>
  );
}

function DecisionFailure({ error }: { error: unknown }) {
  const words = wordsOfFailure(error);
  return <Note tone="missed">{words.title}{words.wayOut === null ? '' : ` ${words.wayOut}`}</Note>;
}
