import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '#renderer/app/client.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { t } from '#shared/messages/messages.ts';

let told: string | null = null;

/** Says once in a window that a copy could not be made, with the way out. */
export function BackupTrouble() {
  const { data } = useQuery(api.backups.state.queryOptions());
  const navigate = useNavigate();
  const failure = data?.failure ?? null;
  useEffect(() => {
    if (failure === null || failure.id === told) return;
    told = failure.id;
    toast([failure.message, failure.wayOut].filter(Boolean).join(' '), { label: t('backups.settings'), run: () => void navigate({ to: '/settings/backups' }) });
  }, [failure, navigate]);
  return null;
}
