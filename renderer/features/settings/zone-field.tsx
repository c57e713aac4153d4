import { Pick, SelectField } from '#renderer/ui/fields/select-field.tsx';
import type { Choice } from '#renderer/ui/fields/choices.tsx';
import { t } from '#shared/messages/messages.ts';

/** An IANA time zone in a field. With `inherited` it may be left to what stands above it. */
export function ZoneField({ label, value, inherited, onChange, error, help }: { label: string; value: string | null; inherited?: string; onChange: (zone: string | null) => void; error?: string | null; help?: string }) {
  const choices = inherited === undefined ? zoneChoices(value) : [{ value: NONE, label: t('settings.zoneInherited', { zone: inherited }) }, ...zoneChoices(value)];
  return <SelectField label={label} choices={choices} value={value ?? NONE} onChange={(zone) => onChange(zone === NONE ? null : zone)} error={error} help={help} />;
}

/** An IANA time zone as text at rest. */
export function ZonePick({ label, value, onChange }: { label: string; value: string; onChange: (zone: string) => void }) {
  return <Pick label={label} choices={zoneChoices(value)} value={value} onChange={onChange} />;
}

const NONE = '';
let known: readonly string[] | null = null;

/** Every zone that the browser knows, and the present one where the browser does not. */
function zoneChoices(present: string | null): readonly Choice[] {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const zones = present === null || known.includes(present) ? known : [present, ...known];
  return zones.map((zone) => ({ value: zone, label: zone }));
}
