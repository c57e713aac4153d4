import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { guideStart } from '#renderer/features/guide/help-places.ts';
import { useOpenHelp } from '#renderer/features/guide/use-help.ts';
import { api } from './client.ts';
import { FailurePage } from './failure.tsx';
import { Shell } from './shell/shell.tsx';
import { useKeys } from './use-keys.ts';

const StartScreen = lazy(async () => ({ default: (await import('#renderer/features/start/start-screen.tsx')).StartScreen }));

/** The frame, or the first start while the workspace has no organisation of its own. The guide is there in both. */
export function Gate() {
  const { data: workspace, error, refetch } = useQuery(api.workspace.info.queryOptions());
  const isGuide = useRouterState({ select: (state) => state.location.pathname.startsWith('/help/') });
  useKeys({ F1: useOpenHelp(workspace?.started === false ? guideStart : undefined) });
  if (error !== null) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (workspace === undefined) return null;
  if (!workspace.started && !isGuide) return <Suspense fallback={null}><StartScreen version={workspace.version} file={workspace.file} /></Suspense>;
  return <Shell />;
}
