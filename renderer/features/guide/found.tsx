import { Link } from '@tanstack/react-router';
import { chapters } from 'virtual:guide';
import { findSections, sectionsOf } from '#shared/guide/sections.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './guide.module.css';
import { helpLink } from './use-help.ts';

const sections = chapters.flatMap(sectionsOf);
const titles = new Map(chapters.map((chapter) => [chapter.name, chapter.title]));

/** The parts of the guide that have every word. */
export function Found({ text }: { text: string }) {
  const found = findSections(sections, text);
  return (
    <div className={styles.found}>
      <h1 className="t16" role="status">{found.length === 0 ? t('guide.foundNone') : t('guide.found', { count: found.length })}</h1>
      <ul>
        {found.map((section) => (
          <li key={`${section.chapter}#${section.anchor ?? ''}`}>
            <Link {...helpLink(section)}>{section.title}</Link>
            {section.level === 1 ? null : <span className="t13 t2"> {titles.get(section.chapter)}</span>}
            <p className="t13 t2">{section.excerpt}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
