import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { t } from '#shared/messages/messages.ts';

const NONE = '';

/** A service by name; a name that is new makes one when it is kept. */
export function ServiceField({ value, onChange, error, optional = false }: { value: string; onChange: (name: string) => void; error?: string | null; optional?: boolean }) {
  const { data } = useQuery(api.services.list.queryOptions());
  return <SelectField label={t('monitoring.service')} value={value === NONE && !optional ? null : value} error={error} optional={optional} choices={withNone(data?.map(({ name }) => name) ?? [], value, optional)} onChange={onChange} onCreate={onChange} createText={(name) => t('monitoring.newService', { name })} />;
}

/** A customer by name. */
export function CustomerField({ value, onChange, error }: { value: string; onChange: (name: string) => void; error?: string | null }) {
  const { data } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  return <SelectField label={t('monitoring.customer')} value={value} error={error} optional choices={withNone(data?.map(({ name }) => name) ?? [], value, true)} onChange={onChange} onCreate={onChange} createText={(name) => t('monitoring.newCustomer', { name })} />;
}

function withNone(names: readonly string[], value: string, optional: boolean): { value: string; label: string }[] {
  const all = value === NONE || names.includes(value) ? names : [...names, value];
  return [...(optional ? [{ value: NONE, label: t('kit.noValue') }] : []), ...all.map((name) => ({ value: name, label: name }))];
}
