import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { deedWords } from '#shared/history/words.ts';
import { t } from '#shared/messages/messages.ts';
import type { CopyFacts } from './model.ts';

const counted = ['agreements', 'organisations', 'tickets', 'outages'] as const;

/** What a copy has otherwise than the workspace has now: "2 agreements, now 5". */
export function differenceWords(copy: CopyFacts, present: CopyFacts): string {
  if (copy.lastChange?.id === present.lastChange?.id) return t('backups.same');
  const parts = counted.filter((name) => copy[name] !== present[name]).map((name) => t(`backups.count-${name}`, { before: countText(copy[name]), now: countText(present[name]) }));
  return parts.length === 0 ? t('backups.sameCounts') : parts.join('; ');
}

/** The last thing that somebody did before the copy was made: "3 Nov 14:05, Ann Lee: changed a service"; empty where nothing was done. */
export function lastChangeWords({ lastChange }: CopyFacts, zone: string): string {
  if (lastChange === null) return '';
  return t('backups.lastWords', { at: instantText(lastChange.at, zone, { year: true }), who: lastChange.actor ?? t('history.program'), what: deedWords({ ...lastChange, about: null }) });
}
