import { Link } from '@tanstack/react-router';
import { chapters } from 'virtual:guide';
import type { ChapterName } from '#shared/guide/model.ts';
import { sectionsOf } from '#shared/guide/sections.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './guide.module.css';
import { helpLink } from './use-help.ts';

const activeOptions = { includeHash: true, includeSearch: false };

/** All chapters, the open one with its sections. */
export function Contents({ open }: { open: ChapterName }) {
  return (
    <nav className={styles.contents} aria-label={t('guide.contents')}>
      <ol>
        {chapters.map((chapter) => (
          <li key={chapter.name}>
            <Link {...helpLink({ chapter: chapter.name, anchor: null })} activeOptions={activeOptions} className={styles.chapterLink ?? ''} data-open={chapter.name === open || undefined}>{chapter.title}</Link>
            {chapter.name === open ? (
              <ol>
                {sectionsOf(chapter).filter(({ level }) => level === 2).map((section) => (
                  <li key={section.anchor}><Link {...helpLink(section)} activeOptions={activeOptions} className={styles.sectionLink ?? ''}>{section.title}</Link></li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
