import { useNavigate, type ErrorComponentProps } from '@tanstack/react-router';
import { useContext, useEffect } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPlace } from '#renderer/ui/empty-place.tsx';
import { t } from '#shared/messages/messages.ts';
import { refusalOf } from '#shared/refusal.ts';
import { SessionRefused } from './client.ts';
import { WaysOut } from './ways-out.tsx';
import styles from './failure.module.css';
import { FrameContext } from './shell/frame.ts';

/** What a failure says: what happened, what it means, what to do. */
export type FailureWords = { readonly title: string; readonly text?: string; readonly wayOut: string | null; readonly details: readonly { readonly path: string; readonly message: string }[] };

/** The words of any error that a call or a screen threw. */
export function wordsOfFailure(error: unknown): FailureWords {
  const refusal = refusalOf(error);
  if (refusal !== null) {
    return { title: refusal.message, wayOut: refusal.wayOut, details: refusal.details, ...(refusal.incident === null ? {} : { text: t('kit.incident', { id: refusal.incident }) }) };
  }
  if (error instanceof SessionRefused) return { title: t('kit.linkUsedTitle'), text: t('kit.linkUsedText'), wayOut: t('kit.linkUsedWayOut'), details: [] };
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return { title: t('kit.notConnectedTitle'), text: t('kit.notConnectedText'), wayOut: t('kit.notConnectedWayOut'), details: [] };
  return { title: t('kit.errorTitle'), text: t('kit.errorText'), wayOut: t('kit.errorWayOut'), details: error instanceof Error ? [{ path: '', message: error.message }] : [] };
}

/** A failure inside a page. */
export function Failure({ error, onRetry, level = 2 }: { error: unknown; onRetry?: () => void; level?: 1 | 2 }) {
  const words = wordsOfFailure(error);
  return <ErrorPlace level={level} title={words.title} text={words.text} wayOut={words.wayOut} details={words.details} {...(onRetry === undefined ? {} : { onRetry })} />;
}

/** A failure in place of the whole window. */
export function FailurePage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return <main className={styles.whole}><Failure level={1} error={error} {...(onRetry === undefined ? {} : { onRetry })} /></main>;
}

/** A failure of a route: inside the frame where there is one. What is saved is safe; the ways out lead back, on, and to a copy. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  const setFold = useContext(FrameContext);
  useEffect(() => setFold('never'), [setFold]);
  const words = wordsOfFailure(error);
  return (
    <main className={styles.middle} id="content" tabIndex={-1}>
      <ErrorPlace level={1} title={words.title} text={words.text} wayOut={words.wayOut} details={words.details} onRetry={reset} actions={<WaysOut error={error} />} />
    </main>
  );
}

/** An address that names nothing. */
export function NotFound() {
  const navigate = useNavigate();
  return (
    <main className={styles.middle} id="content" tabIndex={-1}>
      <ErrorPlace level={1} title={t('kit.notFoundTitle')} text={t('kit.notFoundText')} actions={<Button onClick={() => void navigate({ to: '/agreements' })}>{t('kit.notFoundAction')}</Button>} />
    </main>
  );
}
