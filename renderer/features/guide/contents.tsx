import { Link } from '@tanstack/react-router';
import { chapters } from 'virtual:guide';
import type { ChapterName } from '#shared/guide/model.ts';
import { sectionsOf } from '#shared/guide/sections.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './guide.module.css';
import { helpLink } from './use-help.ts';

/** All chapters, the open one with its sections. */
export function Contents({ open, anchor }: { open: ChapterName | null; anchor: string }) {
  return (
    <nav className={styles.contents} aria-label={t('guide.contents')}>
      <ol>
        {chapters.map((chapter) => (
          <li key={chapter.name}>
            <Link {...helpLink({ chapter: chapter.name, anchor: null })} activeOptions={{ includeHash: true, includeSearch: false }} className={styles.chapterLink ?? ''} data-open={chapter.name === open || undefined} aria-current={chapter.name === open ? 'page' : undefined}>{chapter.title}</Link>
            {chapter.name === open ? (
              <ol>
                {sectionsOf(chapter).filter(({ level }) => level === 2).map((section) => (
                  <li key={section.anchor}><Link {...helpLink(section)} className={styles.sectionLink ?? ''} aria-current={section.anchor === anchor ? 'location' : undefined}>{section.title}</Link></li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
