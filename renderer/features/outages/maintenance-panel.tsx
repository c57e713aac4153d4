import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { useRecordDraft } from '#renderer/app/seen.ts';
import { RecordPanel, type RecordTab } from '#renderer/features/history/record-panel.tsx';
import { WindowExclusions } from '#renderer/features/exclusions/service-exclusions.tsx';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Maintenance } from '#shared/outages/model.ts';
import { isAfter, momentOf, momentText, noMoment, type Moment } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { noRepeat, repeatOf, repeats, ruleOf, type Repeat } from './repeat.ts';
import { ServiceField } from './service-field.tsx';

type Draft = { readonly service: string; readonly start: Moment; readonly end: Moment; readonly reason: string; readonly approvedBy: string; readonly announced: Moment; readonly repeat: Repeat };
type Faults = { readonly [Field in 'service' | 'start' | 'end' | 'reason' | 'announced' | 'until']: string | null };

/** A window of planned work: a new one is kept with Add, one that is there as its fields are left. */
export function MaintenancePanel({ window, zone, tab, onTab, onClose, onAdded }: { window: Maintenance | null; zone: string; tab: RecordTab; onTab: (tab: RecordTab) => void; onClose: () => void; onAdded: (id: string) => void }) {
  const { draft, was, setDraft, revert } = useRecordDraft<Draft>(window === null ? noDraft : draftOf(window));
  const [tried, setTried] = useState(false);
  const { save, error } = useSaving();
  const inZone = window?.zone ?? zone;
  const faults = faultsOf(draft);
  const show = (fault: string | null): string | null => (window !== null || tried || fault !== t('monitoring.missingField') ? fault : null);
  const set = (changes: Partial<Draft>, typedOver: Partial<Draft> = {}): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    const input = inputOf(next, inZone);
    const before = inputOf({ ...was, ...typedOver }, inZone);
    if (window !== null && input !== null) void save('maintenance.change', () => client.maintenance.change({ ...input, id: window.id, ...(before === null ? {} : { was: before }) }), revert);
  };
  const add = async (): Promise<void> => {
    setTried(true);
    const input = inputOf(draft, inZone);
    if (input === null) return;
    const created = await save('maintenance.create', () => client.maintenance.create(input));
    if (created !== null) onAdded(created.id);
  };
  const remove = async (): Promise<void> => {
    if (window !== null && (await save('maintenance.remove', () => client.maintenance.remove({ id: window.id }))) !== null) onClose();
  };
  return (
    <RecordPanel name="outage" label={t('monitoring.maintenance')} title={window === null ? t('monitoring.newMaintenance') : t('monitoring.window')} subject={window === null ? null : { kind: 'maintenance', id: window.id }} zone={zone} tab={tab} onTab={onTab} onClose={onClose}
      foot={window === null ? <Button kind="primary" onClick={() => void add()}>{t('monitoring.add')}</Button> : <Button kind="danger" size="small" icon="trash" onClick={() => void remove()}>{t('monitoring.removeIt')}</Button>}>
      <div className={styles.fields}>
        <ServiceField value={draft.service} error={show(faults.service)} onChange={(service) => set({ service })} />
        <MomentField label={t('monitoring.begins')} value={draft.start} error={show(faults.start)} help={t('monitoring.zoneHelp', { zone: inZone })} onCommit={(start) => set({ start })} />
        <MomentField label={t('monitoring.ends')} value={draft.end} error={show(faults.end)} onCommit={(end) => set({ end })} />
        <SelectField label={t('monitoring.repeats')} value={draft.repeat.every} choices={choicesOf(draft.repeat)} onChange={(every) => set({ repeat: { ...draft.repeat, every: repeats.find((one) => one === every) ?? 'other' } })} />
        {draft.repeat.every === 'never' || draft.repeat.every === 'other' ? null : <DateField label={t('monitoring.repeatsUntil')} optional value={draft.repeat.until} error={show(faults.until)} onCommit={(until) => set({ repeat: { ...draft.repeat, until } })} />}
        <TextField label={t('monitoring.reason')} value={draft.reason} maxLength={400} error={show(faults.reason)} onCommit={(reason, before) => set({ reason }, { reason: before })} />
        <TextField label={t('monitoring.approvedBy')} optional value={draft.approvedBy} maxLength={400} onCommit={(approvedBy, before) => set({ approvedBy }, { approvedBy: before })} />
        <MomentField label={t('monitoring.announced')} value={draft.announced} optional error={show(faults.announced)} onCommit={(announced) => set({ announced })} />
        {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
        {window === null ? null : <WindowExclusions window={window} />}
      </div>
    </RecordPanel>
  );
}

const noDraft: Draft = { service: '', start: noMoment, end: noMoment, reason: '', approvedBy: '', announced: noMoment, repeat: noRepeat };

function draftOf(window: Maintenance): Draft {
  return { service: window.service, start: momentOf(window.from, window.zone), end: momentOf(window.to, window.zone), reason: window.reason, approvedBy: window.approvedBy ?? '', announced: momentOf(window.announcedAt, window.zone), repeat: repeatOf(window.repeat) };
}

function faultsOf(draft: Draft): Faults {
  const needed = t('monitoring.missingField');
  return {
    service: draft.service === '' ? needed : null,
    start: draft.start.date === null ? needed : null,
    end: draft.end.date === null ? needed : draft.start.date !== null && !isAfter(draft.end, draft.start) ? t('monitoring.endBeforeStart') : null,
    reason: draft.reason === '' ? needed : null,
    announced: isAfter(draft.announced, draft.start) ? t('monitoring.announcedAfter') : null,
    until: draft.repeat.until !== null && draft.start.date !== null && draft.repeat.until < draft.start.date ? t('monitoring.untilBeforeStart') : null,
  };
}

function choicesOf(repeat: Repeat) {
  return [...repeats, ...(repeat.every === 'other' ? (['other'] as const) : [])].map((value) => ({ value, label: t(`monitoring.repeat-${value}`) }));
}

/** What the call takes; null while a fault stands. */
function inputOf(draft: Draft, zone: string): Parameters<typeof client.maintenance.create>[0] | null {
  const [start, end] = [momentText(draft.start), momentText(draft.end)];
  if (start === null || end === null || Object.values(faultsOf(draft)).some((fault) => fault !== null)) return null;
  return { service: draft.service, start, end, reason: draft.reason, approvedBy: draft.approvedBy === '' ? null : draft.approvedBy, announced: momentText(draft.announced), repeat: ruleOf(draft.repeat, draft.start.date), zone };
}
