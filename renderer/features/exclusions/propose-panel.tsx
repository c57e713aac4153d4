import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { useActor } from '#renderer/features/agreements/agreement/use-actor.ts';
import { MomentField } from '#renderer/features/outages/moment-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { exclusionKinds } from '#shared/exclusions/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { clausesOf } from './clauses.ts';
import { beginning, faultsOf, missing, whatOf, whats, type Draft } from './draft.ts';
import { Effect } from './effect.tsx';
import styles from './exclusions.module.css';
import { usePeopleChoices } from './people-choices.ts';
import type { ExclusionsSearch } from './search.ts';

const NONE = '';

/** A new exclusion: what is left out, why, under what, and what that would change; kept with Propose. */
export function ProposePanel({ view, search, onClose, onProposed }: { view: AgreementView; search: ExclusionsSearch; onClose: () => void; onProposed: (id: string) => void }) {
  const { document } = view;
  const actor = useActor();
  const people = usePeopleChoices(document, 'provider');
  const clauses = clausesOf(document);
  const [draft, setDraft] = useState<Draft>(() => beginning(search, document.zone));
  const [tried, setTried] = useState(false);
  const { save, error } = useSaving();
  const faults = faultsOf(draft);
  const show = (fault: string | null): string | null => (tried || fault !== missing() ? fault : null);
  const set = (changes: Partial<Draft>): void => setDraft((present) => ({ ...present, ...changes }));
  const what = whatOf(draft);
  const by = draft.by ?? actor?.id ?? null;
  const propose = async (): Promise<void> => {
    setTried(true);
    if (what === null || draft.reason.trim() === '') return;
    const input = { agreement: view.id, ...what, reason: draft.reason.trim(), ...(draft.clause === NONE ? {} : { clause: draft.clause }), ...(by === null ? {} : { by }) };
    const created = await save('exclusions.propose', () => client.exclusions.propose(input));
    if (created !== null) onProposed(created.id);
  };
  const services = [...new Set(document.services.map(({ service }) => service))];
  return (
    <SidePanel name="exclusion" wide label={t('exclusions.new')} title={t('exclusions.new')} onClose={onClose} foot={<Button kind="primary" onClick={() => void propose()}>{t('exclusions.send')}</Button>}>
      <div className={styles.fields}>
        <Segmented label={t('exclusions.what')} value={draft.what} options={whats.map((value) => ({ value, label: t(`exclusions.what-${value}`) }))} onChange={(next) => set({ what: next })} />
        {draft.what === 'time'
          ? <SelectField label={t('exclusions.service')} value={draft.service} choices={[{ value: NONE, label: t('exclusions.allServices') }, ...services.map((value) => ({ value, label: value }))]} onChange={(service) => set({ service })} />
          : <TextField label={t('exclusions.ticket')} value={draft.ticket} maxLength={500} error={show(faults.ticket)} onCommit={(ticket) => set({ ticket })} />}
        {draft.what === 'ticket' ? null : (
          <>
            <MomentField label={t('exclusions.begins')} value={draft.start} error={show(faults.start)} help={t('exclusions.zoneHelp', { zone: document.zone })} onCommit={(start) => set({ start })} />
            <MomentField label={t('exclusions.ends')} value={draft.end} error={show(faults.end)} onCommit={(end) => set({ end })} />
          </>
        )}
        <SelectField label={t('exclusions.kind')} value={draft.kind} choices={exclusionKinds.filter((kind) => kind !== 'maintenance' || draft.what === 'time').map((value) => ({ value, label: t(`exclusions.kind-${value}`) }))} onChange={(value) => set({ kind: exclusionKinds.find((kind) => kind === value) ?? 'agreed' })} />
        <SelectField label={t('exclusions.clause')} optional value={draft.clause} help={clauses.length === 0 ? t('exclusions.noClauses') : clauses.find(({ code }) => code === draft.clause)?.text}
          choices={[{ value: NONE, label: t('exclusions.noClause') }, ...clauses.map(({ code, name }) => ({ value: code, label: name, hint: code }))]} onChange={(clause) => set({ clause })} />
        <TextField label={t('exclusions.reason')} multiline maxLength={2000} value={draft.reason} error={show(faults.reason)} onChangeText={(reason) => set({ reason })} onCommit={(reason) => set({ reason })} />
        <SelectField label={t('exclusions.proposedBy')} optional value={by} choices={people} onChange={(value) => set({ by: value })} />
        {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      </div>
      <Section title={t('exclusions.changes')}><Effect agreement={view.id} of={what === null ? null : { draft: what }} state="proposed" /></Section>
    </SidePanel>
  );
}
