import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { previewSchema, type Preview } from '#shared/imports/screen-model.ts';
import type { JobEvent } from '#shared/jobs/model.ts';
import type { ImportRequest } from './settings.ts';

/** What was read is at hand while its import runs. */
const keptMs = 1_800_000;

export type Previewed = { readonly data: Preview | undefined; readonly error: unknown; /** How far the reading is. */ readonly event: JobEvent | null };

/**
 * Reads what a file is, in the background of the program; leaving stops it. A file does not change: it is not read again when
 * something is committed.
 */
export function usePreview(request: ImportRequest, enabled: boolean): Previewed {
  const [event, setEvent] = useState<JobEvent | null>(null);
  const { data, error } = useQuery({
    queryKey: [...api.imports.preview.key(), request],
    queryFn: ({ signal }) => read(request, signal, setEvent),
    placeholderData: keepPreviousData,
    staleTime: 'static',
    gcTime: keptMs,
    enabled,
    retry: false,
  });
  return { data, error, event };
}

async function read(request: ImportRequest, signal: AbortSignal, onEvent: (event: JobEvent) => void): Promise<Preview> {
  const { id } = await client.imports.preview(request);
  const stop = (): void => void client.jobs.cancel({ id });
  signal.addEventListener('abort', stop, { once: true });
  for await (const event of await client.jobs.watch({ id }, { signal })) {
    onEvent(event);
    if (event.state === 'done') return previewSchema.parse(event.result);
    if (event.state === 'failed') throw Object.assign(new Error('reading refused'), { data: event.error });
  }
  throw new DOMException('stopped', 'AbortError');
}
