import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';

/** What the calendar is for, in words. */
export function Purpose({ calendar }: { calendar: ShownCalendar }) {
  const { save, error } = useSaving();
  return (
    <Section title={t('calendars.purpose')}>
      <TextField label={t('calendars.purpose')} labelHidden size="small" optional multiline maxLength={2000} value={calendar.purpose ?? ''} error={error}
        onCommit={(purpose, was) => void save('calendars.change', () => client.calendars.change({ id: calendar.id, purpose: purpose === '' ? null : purpose, was: { purpose: was === '' ? null : was } }))} />
    </Section>
  );
}
