import { createLazyRoute } from '@tanstack/react-router';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { t } from '#shared/messages/messages.ts';

export const metricsRoute = createLazyRoute('/shell/monitoring/metrics')({ component: MetricsPage });

function MetricsPage() {
  return <Page crumbs={[{ label: t('monitoring.metrics') }]}><PageTitle>{t('monitoring.metrics')}</PageTitle></Page>;
}
