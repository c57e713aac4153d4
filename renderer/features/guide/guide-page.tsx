import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { chapters } from 'virtual:guide';
import { NotFound } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { Chapter } from '#shared/guide/model.ts';
import { t } from '#shared/messages/messages.ts';
import { ChapterView } from './chapter-view.tsx';
import { Contents } from './contents.tsx';
import { Found } from './found.tsx';
import styles from './guide.module.css';
import { guideStart } from './help-places.ts';
import { helpLink } from './use-help.ts';

export const guideRoute = createLazyRoute('/shell/help/$chapter')({ component: GuidePage });

/** The guide: chapters and search at the left, the open chapter beside it. Escape goes back to where help was asked for. */
function GuidePage() {
  const { chapter: name } = guideRoute.useParams();
  const { find } = guideRoute.useSearch();
  const navigate = guideRoute.useNavigate();
  const router = useRouter();
  const hash = useLocation({ select: (location) => location.hash });
  const at = chapters.findIndex((one) => one.name === name);
  const chapter = chapters[at];
  const article = useAnchor(find === undefined ? `${name}#${hash}` : null, hash);
  const leave = (): void => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/' }));
  useKeys({ Escape: leave, j: () => step(1), k: () => step(-1) });
  if (chapter === undefined) return <NotFound />;
  const look = (text: string): void => void navigate({ search: text === '' ? {} : { find: text }, replace: true });
  return (
    <Page crumbs={[{ label: t('guide.title'), link: helpLink(guideStart) }, { label: chapter.title }]}>
      <div className={styles.guide}>
        <aside className={styles.side} data-screen-only>
          <TextField label={t('guide.find')} labelHidden placeholder={t('guide.find')} size="small" optional maxLength={200} value={find ?? ''} onChangeText={look} onCommit={() => undefined} />
          <Contents open={chapter.name} />
        </aside>
        <div ref={article} className={styles.article}>
          {find === undefined ? <><ChapterView key={chapter.name} chapter={chapter} /><Neighbours before={chapters[at - 1]} after={chapters[at + 1]} /></> : <Found text={find} />}
        </div>
      </div>
    </Page>
  );

  function step(by: 1 | -1): void {
    const next = chapters[at + by];
    if (next !== undefined) void navigate(helpLink({ chapter: next.name, anchor: null }));
  }
}

function Neighbours({ before, after }: { before: Chapter | undefined; after: Chapter | undefined }) {
  return (
    <p className={styles.neighbours} data-screen-only>
      {before === undefined ? null : <Link {...helpLink({ chapter: before.name, anchor: null })}>{t('guide.previous', { title: before.title })}</Link>}
      {after === undefined ? null : <Link {...helpLink({ chapter: after.name, anchor: null })}>{t('guide.next', { title: after.title })}</Link>}
    </p>
  );
}

/** Shows the heading that the address names, or the chapter's beginning, and lets a screen reader go on from there. */
function useAnchor(place: string | null, hash: string) {
  const article = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place === null) return;
    const heading = [...(article.current?.querySelectorAll<HTMLElement>('h1, h2, h3') ?? [])].find((one) => one.id === hash);
    heading?.focus({ preventScroll: true });
    if (hash !== '') heading?.scrollIntoView({ block: 'start' });
    else article.current?.closest('main')?.scrollTo({ top: 0 });
  }, [place, hash]);
  return article;
}
