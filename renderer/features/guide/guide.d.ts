/** The chapters of docs/guide, read while building. */
declare module 'virtual:guide' {
  import type { Chapter } from '#shared/guide/model.ts';

  export const chapters: readonly Chapter[];
}
