import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { documentLanguages } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { WorkspaceChanges, WorkspaceInfo } from '#shared/workspace/model.ts';
import styles from './settings.module.css';
import { ZoneField } from './zone-field.tsx';

/** Currencies that are offered; the one that the workspace has is always among them. */
const currencies = ['EUR', 'CHF', 'GBP', 'USD', 'CZK', 'DKK', 'HUF', 'ISK', 'NOK', 'PLN', 'RON', 'SEK', 'AUD', 'CAD', 'INR', 'JPY', 'SGD'] as const;

/** What the workspace is called, and what new things begin with. */
export function WorkspaceSection({ workspace }: { workspace: WorkspaceInfo }) {
  const { save, error } = useSaving();
  const change = (changes: WorkspaceChanges): void => void save('workspace.change', () => client.workspace.change(changes));
  const language = documentLanguages.find((one) => one === workspace.language) ?? 'en';
  const offered: readonly string[] = currencies.some((one) => one === workspace.currency) ? currencies : [workspace.currency, ...currencies];
  return (
    <Section title={t('settings.workspace')} ruled>
      <div className={styles.fields}>
        <TextField label={t('settings.name')} value={workspace.name} error={error} onCommit={(name) => change({ name })} />
        <ZoneField label={t('settings.zone')} value={workspace.zone} help={t('settings.zoneHelp')} onChange={(zone) => { if (zone !== null) change({ zone }); }} />
        <SelectField label={t('settings.language')} value={language} choices={documentLanguages.map((one) => ({ value: one, label: t(`settings.language-${one}`) }))} onChange={(next) => change({ language: documentLanguages.find((one) => one === next) ?? 'en' })} />
        <SelectField label={t('settings.currency')} value={workspace.currency} choices={offered.map((currency) => ({ value: currency, label: currency }))} onChange={(currency) => change({ currency })} />
        <div className={styles.file}><span>{t('settings.version')}</span>{workspace.version}</div>
      </div>
    </Section>
  );
}
