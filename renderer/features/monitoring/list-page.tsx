import { createLazyRoute } from '@tanstack/react-router';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { t } from '#shared/messages/messages.ts';

export const listRoute = createLazyRoute('/shell/monitoring')({ component: ListPage });

function ListPage() {
  return (
    <Page crumbs={[{ label: t('kit.monitoring') }]}>
      <PageTitle>{t('kit.monitoring')}</PageTitle>
    </Page>
  );
}
