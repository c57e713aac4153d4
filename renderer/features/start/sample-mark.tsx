import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { t } from '#shared/messages/messages.ts';
import { enterWorkspace } from './enter-workspace.ts';
import { StartFailure } from './start-failure.tsx';
import styles from './sample-mark.module.css';

/** Says in the top bar that everything here is made up, and offers the way out of it. Nothing in a workspace of one's own. */
export function SampleMark() {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => client.sample.remove(),
    onSuccess: async (empty) => {
      setAsking(false);
      await navigate({ to: '/', replace: true });
      await enterWorkspace(queries, empty);
    },
  });
  if (workspace?.isSample !== true) return null;
  return (
    <span className={styles.mark} title={t('today.sampleText')}>
      <Badge>{t('today.sample')}</Badge>
      <Button kind="link" size="small" onClick={() => setAsking(true)}>{t('today.sampleRemove')}</Button>
      <Dialog opened={isAsking} onClose={() => setAsking(false)} title={t('today.sampleAsk')} actions={<>
        <Button onClick={() => setAsking(false)}>{t('kit.cancel')}</Button>
        <Button kind="danger" onClick={() => remove.mutate()} disabledReason={remove.isPending ? t('today.sampleRemoving') : null}>{t('today.sampleRemove')}</Button>
      </>}>
        <p>{t('today.sampleAskText')}</p>
        {remove.error === null ? null : <StartFailure error={remove.error} />}
      </Dialog>
    </span>
  );
}
