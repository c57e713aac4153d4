import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { useRecordDraft } from '#renderer/app/seen.ts';
import { RecordPanel, type RecordTab } from '#renderer/features/history/record-panel.tsx';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { OutageExclusions } from '#renderer/features/exclusions/service-exclusions.tsx';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { outageKinds } from '#shared/imports/outage-rows.ts';
import { t } from '#shared/messages/messages.ts';
import type { Outage } from '#shared/outages/model.ts';
import { isAfter, momentOf, momentText, noMoment, type Moment } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { ServiceField } from './service-field.tsx';

type Draft = { readonly service: string; readonly kind: Outage['kind']; readonly start: Moment; readonly end: Moment; readonly reason: string; readonly ticket: string; readonly approvedBy: string; readonly weight: number | null; readonly users: number | null };

/** An outage: a new one is kept with Add, one that is there as its fields are left. */
export function OutagePanel({ outage, zone, tab, onTab, onClose, onAdded }: { outage: Outage | null; zone: string; tab: RecordTab; onTab: (tab: RecordTab) => void; onClose: () => void; onAdded: (no: number) => void }) {
  const { draft, was, setDraft, revert } = useRecordDraft<Draft>(outage === null ? noDraft : draftOf(outage, zone));
  const [tried, setTried] = useState(false);
  const { save, error } = useSaving();
  const faults = faultsOf(draft);
  const show = (fault: string | null): string | null => (outage !== null || tried || fault === t('monitoring.endBeforeStart') ? fault : null);
  const set = (changes: Partial<Draft>, typedOver: Partial<Draft> = {}): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    const input = inputOf(next, zone);
    const before = inputOf({ ...was, ...typedOver }, zone);
    if (outage !== null && input !== null) void save('outages.change', () => client.outages.change({ ...input, no: outage.no, ...(before === null ? {} : { was: before }) }), revert);
  };
  const add = async (): Promise<void> => {
    setTried(true);
    const input = inputOf(draft, zone);
    if (input === null) return;
    const created = await save('outages.create', () => client.outages.create(input));
    if (created !== null) onAdded(created.no);
  };
  const remove = async (): Promise<void> => {
    if (outage !== null && (await save('outages.remove', () => client.outages.remove({ no: outage.no }))) !== null) onClose();
  };
  return (
    <RecordPanel name="outage" label={t('monitoring.outages')} title={outage === null ? t('monitoring.newOutage') : t(`monitoring.outage-${outage.kind}`)} subject={outage === null ? null : { kind: 'outage', id: String(outage.no) }} zone={zone} tab={tab} onTab={onTab} onClose={onClose}
      foot={outage === null ? <Button kind="primary" onClick={() => void add()}>{t('monitoring.add')}</Button> : <Button kind="danger" size="small" icon="trash" disabledReason={outage.isTyped ? null : t('monitoring.removeImported')} onClick={() => void remove()}>{t('monitoring.removeIt')}</Button>}>
      <div className={styles.fields}>
        {outage === null || outage.isTyped ? null : <p className="t13 t2">{t('monitoring.imported', { source: outage.source })}</p>}
        <ServiceField value={draft.service} error={show(faults.service)} onChange={(service) => set({ service })} />
        <SelectField label={t('monitoring.kind')} value={draft.kind} choices={outageKinds.map((kind) => ({ value: kind, label: t(`monitoring.outage-${kind}`) }))} onChange={(value) => set({ kind: outageKinds.find((kind) => kind === value) ?? 'outage' })} />
        <MomentField label={t('monitoring.begins')} value={draft.start} error={show(faults.start)} help={t('monitoring.zoneHelp', { zone })} onCommit={(start) => set({ start })} />
        <MomentField label={t('monitoring.ends')} value={draft.end} optional error={show(faults.end)} help={t('monitoring.goesOnHelp')} onCommit={(end) => set({ end })} />
        <TextField label={t('monitoring.reason')} optional value={draft.reason} maxLength={400} onCommit={(reason, before) => set({ reason }, { reason: before })} />
        <TextField label={t('monitoring.ticket')} optional value={draft.ticket} maxLength={400} onCommit={(ticket, before) => set({ ticket }, { ticket: before })} />
        {draft.kind === 'planned' ? <TextField label={t('monitoring.approvedBy')} optional value={draft.approvedBy} maxLength={400} onCommit={(approvedBy, before) => set({ approvedBy }, { approvedBy: before })} /> : null}
        {draft.kind === 'degradation' ? <PercentField label={t('monitoring.weight')} optional help={t('monitoring.weightHelp')} value={draft.weight} onCommit={(weight) => set({ weight })} /> : null}
        <NumberField label={t('monitoring.users')} optional help={t('monitoring.usersHelp')} min={0} value={draft.users} onCommit={(users) => set({ users })} />
        {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
        {outage === null ? null : <OutageExclusions outage={outage} />}
        {outage === null ? null : <Attachments to={{ kind: 'outage', id: String(outage.no) }} />}
      </div>
    </RecordPanel>
  );
}

const noDraft: Draft = { service: '', kind: 'outage', start: noMoment, end: noMoment, reason: '', ticket: '', approvedBy: '', weight: null, users: null };

function draftOf(outage: Outage, zone: string): Draft {
  return { service: outage.service, kind: outage.kind, start: momentOf(outage.from, zone), end: momentOf(outage.to, zone), reason: outage.reason ?? '', ticket: outage.ticket ?? '', approvedBy: outage.approvedBy ?? '', weight: outage.weightPpb === null ? null : outage.weightPpb / 10_000_000, users: outage.users };
}

function faultsOf(draft: Draft): { readonly service: string | null; readonly start: string | null; readonly end: string | null } {
  return {
    service: draft.service === '' ? t('monitoring.missingField') : null,
    start: draft.start.date === null ? t('monitoring.missingField') : null,
    end: momentText(draft.end) !== null && !isAfter(draft.end, draft.start) ? t('monitoring.endBeforeStart') : null,
  };
}

/** What the call takes; null while a fault stands. */
function inputOf(draft: Draft, zone: string): Parameters<typeof client.outages.create>[0] | null {
  const start = momentText(draft.start);
  if (start === null || Object.values(faultsOf(draft)).some((fault) => fault !== null)) return null;
  return { service: draft.service, kind: draft.kind, start, end: momentText(draft.end), reason: orNull(draft.reason), ticket: orNull(draft.ticket), approvedBy: orNull(draft.approvedBy), weight: draft.weight === null ? null : draft.weight / 100, users: draft.users, zone };
}

export function orNull(text: string): string | null {
  return text === '' ? null : text;
}
