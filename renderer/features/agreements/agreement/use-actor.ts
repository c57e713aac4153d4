import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** Who is at the keyboard; null while nobody is named. */
export function useActor(): { readonly id: string; readonly name: string } | null {
  const { data } = useQuery(api.workspace.info.queryOptions());
  return data?.person ?? null;
}
