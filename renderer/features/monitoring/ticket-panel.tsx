import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { isAfter, momentText, noMoment, type Moment } from '#renderer/features/outages/moment.ts';
import { MomentField } from '#renderer/features/outages/moment-field.tsx';
import { CustomerField, ServiceField } from '#renderer/features/outages/service-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './monitoring.module.css';

type Draft = { readonly key: string; readonly title: string; readonly opened: Moment; readonly responded: Moment; readonly resolved: Moment; readonly state: string; readonly priority: string; readonly customer: string; readonly service: string };

/** A ticket typed by hand; the same number again replaces what was typed. */
export function TicketPanel({ zone, onClose }: { zone: string; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(noDraft);
  const [tried, setTried] = useState(false);
  const { save, error } = useSaving();
  const faults = faultsOf(draft);
  const show = (fault: string | null): string | null => (tried || fault !== t('monitoring.missingField') ? fault : null);
  const set = (changes: Partial<Draft>): void => setDraft((present) => ({ ...present, ...changes }));
  const add = async (): Promise<void> => {
    setTried(true);
    const input = inputOf(draft, zone);
    if (input === null || (await save(null, () => client.tickets.save(input))) === null) return;
    toast(t('monitoring.ticketSaved', { key: draft.key }));
    setDraft({ ...noDraft, customer: draft.customer, service: draft.service });
    setTried(false);
  };
  return (
    <SidePanel name="ticket" label={t('monitoring.newTicket')} title={t('monitoring.newTicket')} onClose={onClose} foot={<Button kind="primary" onClick={() => void add()}>{t('monitoring.add')}</Button>}>
      <div className={styles.fields}>
        <TextField label={t('monitoring.key')} value={draft.key} maxLength={400} help={t('monitoring.keyHelp')} error={show(faults.key)} onChangeText={(key) => set({ key: key.trim() })} onCommit={(key) => set({ key })} autoFocus />
        <TextField label={t('monitoring.titleField')} optional value={draft.title} maxLength={2000} onCommit={(title) => set({ title })} />
        <MomentField label={t('monitoring.opened')} value={draft.opened} error={show(faults.opened)} help={t('monitoring.zoneHelp', { zone })} onCommit={(opened) => set({ opened })} />
        <MomentField label={t('monitoring.responded')} value={draft.responded} optional error={show(faults.responded)} onCommit={(responded) => set({ responded })} />
        <MomentField label={t('monitoring.resolved')} value={draft.resolved} optional error={show(faults.resolved)} onCommit={(resolved) => set({ resolved })} />
        <TextField label={t('monitoring.state')} optional value={draft.state} maxLength={400} onCommit={(state) => set({ state })} />
        <SelectField label={t('monitoring.priority')} optional value={draft.priority} choices={priorities(draft.priority)} onChange={(priority) => set({ priority })} onCreate={(priority) => set({ priority })} />
        <CustomerField value={draft.customer} onChange={(customer) => set({ customer })} />
        <ServiceField optional value={draft.service} onChange={(service) => set({ service })} />
        {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      </div>
    </SidePanel>
  );
}

const noDraft: Draft = { key: '', title: '', opened: noMoment, responded: noMoment, resolved: noMoment, state: '', priority: '', customer: '', service: '' };

function priorities(present: string): { value: string; label: string }[] {
  return [{ value: '', label: t('kit.noValue') }, ...[...new Set(['P1', 'P2', 'P3', 'P4', 'P5', ...(present === '' ? [] : [present])])].map((name) => ({ value: name, label: name }))];
}

function faultsOf(draft: Draft): { readonly [Field in 'key' | 'opened' | 'responded' | 'resolved']: string | null } {
  return {
    key: draft.key === '' ? t('monitoring.missingField') : null,
    opened: draft.opened.date === null ? t('monitoring.missingField') : null,
    responded: isAfter(draft.opened, draft.responded) ? t('monitoring.respondedBefore') : null,
    resolved: isAfter(draft.opened, draft.resolved) ? t('monitoring.resolvedBefore') : null,
  };
}

/** What the call takes; null while a fault stands. */
function inputOf(draft: Draft, zone: string): Parameters<typeof client.tickets.save>[0] | null {
  const opened = momentText(draft.opened);
  if (opened === null || Object.values(faultsOf(draft)).some((fault) => fault !== null)) return null;
  const texts = { title: draft.title, state: draft.state, priority: draft.priority, customer: draft.customer, service: draft.service, firstResponse: momentText(draft.responded) ?? '', resolved: momentText(draft.resolved) ?? '' };
  return { key: draft.key, opened, zone, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) };
}
