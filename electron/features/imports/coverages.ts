import { listCoverages } from '#db/imports/queries.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { nextExpectedOn } from '#shared/imports/rhythm.ts';
import type { SourceCoverage } from '#shared/imports/screen-model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';

/** What span of each source and service is known, and when the next file of the source is expected by the rhythm of those that came. */
export function coveragesOf({ store }: CoreContext): SourceCoverage[] {
  return store.read((reader) => {
    const { zone } = workspaceRow(reader);
    const coverages = listCoverages(reader);
    const bySource = Map.groupBy(coverages, sourceKey);
    const expected = new Map([...bySource].map(([key, own]) => [key, nextExpectedOn(own.map(({ to }) => dateOf(to - 1, zone)))]));
    return coverages.map((coverage) => ({ ...coverage, nextExpectedOn: coverage.nextExpectedOn ?? expected.get(sourceKey(coverage)) ?? null }));
  });
}

function sourceKey({ sourceId, kind }: Pick<SourceCoverage, 'sourceId' | 'kind'>): string {
  return `${sourceId} ${kind}`;
}
