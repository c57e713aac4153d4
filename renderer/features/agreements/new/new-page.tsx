import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceWithConsequence } from '#renderer/ui/fields/check.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays, addMonths } from '#shared/time/plain-date.ts';
import { Chip } from '#renderer/ui/chips.tsx';
import { NEW_OFFICE, startDocument, type Start } from './start-document.ts';
import styles from './new-page.module.css';

export const newRoute = createLazyRoute('/shell/agreements/new')({ component: NewPage });

/** A new agreement: who, what, when, and whether it begins empty or with a usual set of targets. */
function NewPage() {
  const navigate = useNavigate();
  const search = newRoute.useSearch();
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { data: organisations = [] } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const { data: services = [] } = useQuery(api.services.list.queryOptions());
  const { data: calendars = [] } = useQuery(api.calendars.list.queryOptions());
  const [given, setGiven] = useState<Partial<Start>>({});
  const put = (change: Partial<Start>): void => setGiven((before) => ({ ...before, ...change }));
  const start: Start = {
    kind: 'sla', title: '', provider: search.provider ?? workspace?.organisation?.name ?? '', customer: search.customer ?? '', services: search.service === undefined ? [] : [search.service], zone: workspace?.zone ?? 'UTC', currency: workspace?.currency ?? 'EUR',
    from: null, to: null, hours: null, content: 'empty', ...given,
  };
  const create = useMutation({
    mutationFn: async () => client.agreements.create(startDocument(start, await client.people.list({ archived: false }))),
    onSuccess: ({ id }) => void navigate({ to: '/agreements/$id/draft', params: { id } }),
  });
  const missing = missingOf(start);
  const submit = (): void => { if (missing === null && !create.isPending) create.mutate(); };
  // What was typed is not thrown away by a key.
  const leave = (): void => { if (Object.keys(given).length === 0) void navigate({ to: '/agreements' }); };
  useKeys({ Escape: leave, 'mod+Enter': submit });
  const names = (chosen: string): { value: string; label: string }[] => [...new Set([...organisations.map((organisation) => organisation.name), ...(chosen === '' ? [] : [chosen])])].map((value) => ({ value, label: value }));
  const createName = (text: string): string => t('agreements.newOrganisation', { name: text });
  return (
    <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }, { label: t('agreements.newAgreement') }]} actions={<Button kind="primary" keyHint="Ctrl ↵" disabledReason={missing} onClick={submit}>{t('agreements.createDraft')}</Button>}>
      <PageTitle>{t('agreements.newAgreement')}</PageTitle>
      <div className={styles.form}>
        <Segmented label={t('agreements.kind')} value={start.kind} onChange={(kind) => put({ kind })} options={(['sla', 'ola', 'uc'] as const).map((value) => ({ value, label: t(`agreements.kind-${value}`) }))} />
        <p className="t13 t2">{t(`agreements.kindText-${start.kind}`)}</p>
        <TextField label={t('agreements.title')} value={start.title} maxLength={500} autoFocus placeholder={t('agreements.titleExample')} onChangeText={(title) => put({ title })} onCommit={(title) => put({ title })} />
        <div className={styles.row}>
          <SelectField label={t('agreements.provider')} value={start.provider === '' ? null : start.provider} choices={names(start.provider)} onChange={(provider) => put({ provider })} onCreate={(provider) => put({ provider })} createText={createName} />
          <SelectField label={t('agreements.customer')} value={start.customer === '' ? null : start.customer} choices={names(start.customer)} onChange={(customer) => put({ customer })} onCreate={(customer) => put({ customer })} createText={createName} />
        </div>
        <SelectField label={t('agreements.services')} value={null} placeholder={start.services.length === 0 ? t('agreements.chooseServices') : t('agreements.addService')} help={t('agreements.servicesHelp')}
          choices={services.filter((service) => !start.services.includes(service.name)).map((service) => ({ value: service.name, label: service.name }))}
          onChange={(service) => put({ services: [...start.services, service] })} onCreate={(service) => put({ services: [...new Set([...start.services, service])] })} createText={(text) => t('agreements.newService', { name: text })} />
        {start.services.length === 0 ? null : <div className={styles.chips}>{start.services.map((service) => <Chip key={service} name={t('agreements.service')} value={service} onRemove={() => put({ services: start.services.filter((other) => other !== service) })} />)}</div>}
        <div className={styles.row}>
          <DateField label={t('agreements.firstDay')} optional value={start.from} onCommit={(from) => put({ from, ...(from === null || (start.to !== null && start.to >= from) ? {} : { to: addDays(addMonths(from, 12), -1) }) })} />
          <DateField label={t('agreements.lastDay')} optional value={start.to} check={(to) => (start.from !== null && to < start.from ? t('agreements.endsBefore', { date: dateText(start.from) }) : null)} onCommit={(to) => put({ to })} />
        </div>
        <div className={styles.row}>
          <SelectField label={t('agreements.zone')} value={start.zone} choices={[...new Set([start.zone, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value }))} onChange={(zone) => put({ zone })} />
          <SelectField label={t('agreements.serviceHours')} value={start.hours} placeholder={t('agreements.later')} onChange={(hours) => put({ hours })}
            choices={[...calendars.map((calendar) => ({ value: calendar.name, label: calendar.name, hint: calendar.hours })), { value: '24x7', label: t('agreements.aroundTheClock'), hint: '24×7' }, ...(calendars.some((calendar) => calendar.name === t('agreements.officeName')) ? [] : [{ value: NEW_OFFICE, label: t('agreements.officeHours'), hint: 'Mon–Fri 08:00–17:00' }])]} />
        </div>
        <ChoiceWithConsequence label={t('agreements.beginWith')} value={start.content} onChange={(content) => put({ content: content === 'usual' ? 'usual' : 'empty' })}
          options={[{ value: 'empty', label: t('agreements.begin-empty'), consequences: [t('agreements.begin-empty-text')] }, { value: 'usual', label: t('agreements.begin-usual'), consequences: [t('agreements.begin-usual-text')] }]} />
        {start.content === 'usual' && start.hours === null ? <Note>{t('agreements.usualNeedsHours')}</Note> : null}
        {create.error === null ? null : <CreateFailure error={create.error} />}
      </div>
    </Page>
  );
}

function CreateFailure({ error }: { error: unknown }) {
  const words = wordsOfFailure(error);
  return <Note tone="missed"><b>{words.title}</b>{words.wayOut === null ? '' : ` ${words.wayOut}`}</Note>;
}

function missingOf(start: Start): string | null {
  if (start.title.trim() === '') return t('agreements.titleNeeded');
  if (start.provider === '') return t('agreements.providerNeeded');
  if (start.customer === '') return t('agreements.customerNeeded');
  if ((start.from === null) !== (start.to === null)) return t('agreements.bothDates');
  if (start.content === 'usual' && start.hours === null) return t('agreements.usualNeedsHours');
  return null;
}
