import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { DefinitionList } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { t } from '#shared/messages/messages.ts';

export const settingsRoute = createLazyRoute('/shell/settings')({ component: SettingsPage });

function SettingsPage() {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page crumbs={[{ label: t('kit.settings') }]}>
      <PageTitle>{t('kit.settings')}</PageTitle>
      <Section title={t('settings.look')}>
        <Segmented label={t('kit.theme')} value={colorScheme} onChange={setColorScheme}
          options={[{ value: 'light', label: t('kit.themeLight') }, { value: 'dark', label: t('kit.themeDark') }, { value: 'auto', label: t('kit.themeSystem') }]} />
      </Section>
      {workspace === undefined ? null : (
        <Section title={t('settings.workspace')}>
          <DefinitionList entries={[
            { name: t('settings.organisation'), value: workspace.organisation?.name ?? '' },
            { name: t('settings.person'), value: workspace.person?.name ?? '' },
            { name: t('settings.file'), value: workspace.file },
            { name: t('settings.zone'), value: workspace.zone },
            { name: t('settings.version'), value: workspace.version },
          ]} />
        </Section>
      )}
    </Page>
  );
}
