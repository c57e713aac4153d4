import type { SearchSource } from '#renderer/app/search-sources.ts';
import { sectionsOf } from '#shared/guide/sections.ts';
import { t } from '#shared/messages/messages.ts';
import { helpLink } from './use-help.ts';

/** Chapters and headings of the guide for "Search or go to"; loaded when the search opens. */
export const guideSources: readonly SearchSource[] = [
  {
    head: t('guide.title'),
    load: async () => {
      const { chapters } = await import('virtual:guide');
      const sections = chapters.flatMap((chapter) => sectionsOf(chapter).map((section) => ({ ...section, chapterTitle: chapter.title })));
      return sections.toSorted((one, other) => one.level - other.level).map((section) => ({
        key: `${section.chapter}#${section.anchor ?? ''}`,
        label: section.title,
        hint: section.level === 1 ? t('guide.title') : section.chapterTitle,
        icon: 'help' as const,
        link: helpLink(section),
      }));
    },
  },
];
