import { useNavigate } from '@tanstack/react-router';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { t } from '#shared/messages/messages.ts';

/** The two lists of this place: organisations, and everybody who belongs to one. */
export function CustomersTabs({ value }: { value: 'organisations' | 'people' }) {
  const navigate = useNavigate();
  return (
    <Tabs label={t('organisations.title')} value={value} onChange={(tab) => void navigate({ to: tab === 'people' ? '/customers/people' : '/customers' })}
      tabs={[{ name: 'organisations', label: t('organisations.organisations') }, { name: 'people', label: t('organisations.people') }]} />
  );
}
