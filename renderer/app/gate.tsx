import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api } from './client.ts';
import { FailurePage } from './failure.tsx';
import { Shell } from './shell/shell.tsx';

const StartScreen = lazy(async () => ({ default: (await import('#renderer/features/start/start-screen.tsx')).StartScreen }));

/** The frame, or the first start while the workspace has no organisation of its own. */
export function Gate() {
  const { data: workspace, error, refetch } = useQuery(api.workspace.info.queryOptions());
  if (error !== null) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (workspace === undefined) return null;
  if (!workspace.started) return <Suspense fallback={null}><StartScreen version={workspace.version} file={workspace.file} /></Suspense>;
  return <Shell />;
}
