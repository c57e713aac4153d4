import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, uploadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DropZone } from '#renderer/ui/drop-zone.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { ContactsPlan, PlannedContact } from '#shared/people/contacts.ts';
import styles from './people.module.css';

type Reading = { readonly file: string; readonly plan: ContactsPlan };

/** Contacts of a vCard or CSV file on their way in: what is new, changed, the same and refused is shown before one step takes it in. Without an `organisation` those that name none ask for it. */
export function ImportContactsDialog({ organisation: given, onClose }: { organisation: string | null; onClose: () => void }) {
  const [home, setHome] = useState(given);
  const { save, error } = useSaving();
  const [reading, setReading] = useState<Reading | 'reading' | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = async (chosen: File): Promise<void> => {
    setReading('reading');
    setFault(null);
    try {
      const { id: file } = await uploadFile(chosen, chosen.name);
      setReading({ file, plan: await client.people.planContacts({ file, ...belonging(home) }) });
    } catch (failure) {
      const { title, wayOut } = wordsOfFailure(failure);
      setFault(wayOut === null ? title : `${title} ${wayOut}`);
      setReading(null);
    }
  };
  const settle = async (organisation: string): Promise<void> => {
    setHome(organisation);
    if (loaded !== null) setReading({ file: loaded.file, plan: await client.people.planContacts({ file: loaded.file, organisation }) });
  };
  const loaded = reading === null || reading === 'reading' ? null : reading;
  const wanted = loaded === null ? 0 : loaded.plan.counts.new + loaded.plan.counts.changed;
  const take = async ({ file }: Reading): Promise<void> => {
    if ((await save('people.import', () => client.people.importContacts({ file, ...belonging(home) }))) !== null) onClose();
  };
  const accept = loaded === null || wanted === 0
    ? <Button kind="primary" disabledReason={t(loaded === null ? 'people.importPick' : 'people.importNothing')}>{t('people.importTitle')}</Button>
    : <Button kind="primary" onClick={() => void take(loaded)}>{t('people.importTake', { count: countText(wanted) })}</Button>;
  return (
    <Dialog opened onClose={onClose} title={t('people.importTitle')} width={860} actions={<>{loaded === null ? null : <Button kind="quiet" onClick={() => setReading(null)}>{t('people.importAgain')}</Button>}<Button kind="quiet" onClick={onClose}>{t('kit.cancel')}</Button>{accept}</>}>
      <div className={styles.body}>
        {loaded === null ? <DropZone help={t(reading === 'reading' ? 'people.importReading' : home === null ? 'people.importHelpAny' : 'people.importHelp', { name: home ?? '' })} accept=".vcf,.vcard,.csv,.tsv,.txt,.zip" onFile={(file) => void read(file)} primary /> : <Preview plan={loaded.plan} />}
        {given !== null || loaded === null || (home === null && !loaded.plan.contacts.some(({ fault }) => fault === 'no-organisation')) ? null : <HomeField value={home} onChange={(name) => void settle(name)} />}
        {fault === null && error === null ? null : <Note tone="missed">{fault ?? error}</Note>}
      </div>
    </Dialog>
  );
}

function belonging(organisation: string | null): { readonly organisation?: string } {
  return organisation === null ? {} : { organisation };
}

/** Where contacts belong that name no organisation. */
function HomeField({ value, onChange }: { value: string | null; onChange: (name: string) => void }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const named = (organisations ?? []).map(({ name }) => name);
  const choices = [...named, ...(value === null || named.includes(value) ? [] : [value])].map((name) => ({ value: name, label: name }));
  return <SelectField label={t('people.importHome')} choices={choices} value={value} onChange={onChange} onCreate={onChange} createText={(name) => t('organisations.parentNew', { name })} />;
}

function Preview({ plan: { counts, organisations, contacts } }: { plan: ContactsPlan }) {
  return (
    <>
      <p tabIndex={-1} data-autofocus>
        <b>{t('people.importSummary', { new: countText(counts.new), changed: countText(counts.changed), same: countText(counts.same) })}</b>
        {counts.refused === 0 ? null : <>, <span className="missed-text">{t('people.importRefused', { count: countText(counts.refused) })}</span></>}.
        {counts.read > contacts.length ? ` ${t('people.importMore', { count: countText(contacts.length) })}` : ''}
      </p>
      {organisations.length === 0 ? null : <p className="t2" dir="auto">{t('people.importOrganisations', { names: organisations.slice(0, 20).join(', ') })}</p>}
      <div className={styles.preview}><DataTable label={t('people.importTitle')} columns={columns} rows={contacts} rowId={keyOf} rowHeight={32} height="fill" /></div>
    </>
  );
}

const keyOf = (contact: PlannedContact): string => String(contact.line);

const columns: readonly Column<PlannedContact>[] = [
  { id: 'name', head: t('people.headName'), value: (contact) => contact.name, width: { min: 140, grow: 1.2 }, cell: (contact) => <span dir="auto">{contact.name}</span> },
  { id: 'organisation', head: t('people.headOrganisation'), value: (contact) => contact.organisation, width: { min: 120, grow: 1 }, cell: (contact) => <span className="t2" dir="auto">{contact.organisation}</span> },
  { id: 'fate', head: t('people.headFate'), value: (contact) => contact.fate, text: (contact) => t(`people.fate-${contact.fate}`), width: 100, cell: (contact) => <span className={contact.fate === 'refused' ? 'missed-text' : contact.fate === 'same' ? 't3' : 'm'}>{t(`people.fate-${contact.fate}`)}</span> },
  { id: 'details', head: t('people.headDetails'), value: detailsOf, width: { min: 180, grow: 2 }, cell: (contact) => <span className="t2" dir="auto" title={detailsOf(contact)}>{detailsOf(contact)}</span> },
  { id: 'line', head: t('people.headLine'), kind: 'number', value: (contact) => contact.line, width: 60 },
];

function detailsOf(contact: PlannedContact): string {
  if (contact.fault !== null) return t(`people.fault-${contact.fault}`);
  return [
    ...contact.changes.map(({ field, before, after }) => (before === null ? t('people.changeNew', { field: t(`people.field-${field}`), after }) : t('people.change', { field: t(`people.field-${field}`), before, after }))),
    ...contact.leftOut.map(({ field, value }) => t('people.leftOut', { field: t(`people.field-${field}`), value })),
  ].join('; ');
}
