import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { t } from '#shared/messages/messages.ts';
import { client } from './client.ts';

/** What a person can do where a screen failed, beside trying again. */
export function WaysOut({ error }: { error: unknown }) {
  const navigate = useNavigate();
  const [said, setSaid] = useState('');
  const backUp = async (): Promise<void> => {
    try {
      setSaid(t('kit.backedUp', { name: (await client.backups.make()).name }));
    } catch {
      setSaid(t('kit.notConnectedTitle'));
    }
  };
  const copy = (): void => {
    copyText(detailsOf(error));
    setSaid(t('kit.detailsCopied'));
  };
  return (
    <>
      <Button onClick={() => location.reload()}>{t('kit.reload')}</Button>
      <Button onClick={() => void navigate({ to: '/' })}>{t('kit.goToday')}</Button>
      <Button kind="quiet" icon="copy" onClick={() => void backUp()}>{t('kit.backUpNow')}</Button>
      <Button kind="quiet" icon="clipboard-list" onClick={copy}>{t('kit.copyDetails')}</Button>
      <span role="status" className="t13 t2">{said}</span>
    </>
  );
}

/** For whoever looks into it: what was thrown and where, on which program. */
function detailsOf(error: unknown): string {
  const thrown = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return [location.pathname, navigator.userAgent, thrown].join('\n');
}
