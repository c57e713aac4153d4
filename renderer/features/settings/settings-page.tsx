import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { densities, setDensity, useDensity } from '#renderer/ui/density.ts';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { t } from '#shared/messages/messages.ts';
import { CheckSection } from './check-section.tsx';
import { OwnSection } from './own-section.tsx';
import { PersonSection } from './person-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { ProfilesSection } from './profiles-section.tsx';
import styles from './settings.module.css';
import { SettingsHead } from './settings-head.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

export const settingsRoute = createLazyRoute('/shell/settings')({ component: SettingsPage });

function SettingsPage() {
  const { data: workspace, error } = useQuery(api.workspace.info.queryOptions());
  const density = useDensity();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page crumbs={[{ label: t('kit.settings') }]}>
      <SettingsHead />
      {error !== null ? <Failure error={error} /> : workspace === undefined ? null : (
        <div className={styles.grid}>
          <div>
            <WorkspaceSection workspace={workspace} />
            <PlaceSection workspace={workspace} />
            <CheckSection />
          </div>
          <div>
            <PersonSection workspace={workspace} />
            <OwnSection workspace={workspace} />
            <ProfilesSection />
            <Section title={t('settings.look')} ruled>
              <div className={styles.pick}>
                <Segmented label={t('kit.theme')} value={colorScheme} onChange={setColorScheme}
                  options={[{ value: 'light', label: t('kit.themeLight') }, { value: 'dark', label: t('kit.themeDark') }, { value: 'auto', label: t('kit.themeSystem') }]} />
                <Segmented label={t('shell.density')} value={density} onChange={setDensity} options={densities.map((value) => ({ value, label: t(`shell.density-${value}`) }))} />
              </div>
            </Section>
          </div>
        </div>
      )}
    </Page>
  );
}
