import type { Meaning } from '#shared/ledger/meaning.ts';
import { clockVerdicts, type ClockVerdict } from '#shared/ledger/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { judgeVersions, type ClockTermRules, type MeasuringVersion, type PackedTicket } from './judge-tickets.ts';

/**
 * What was judged under one term of one version, packed: of each ticket its place in the list that was judged, its verdict and the moment
 * that puts it into a period. Any period is counted from this without judging again.
 */
export type JudgedTerm = {
  /** Place in the list of versions. */
  readonly version: number;
  readonly clock: ClockTermRules;
  readonly places: Int32Array;
  /** Places in `clockVerdicts`. */
  readonly verdicts: Uint8Array;
  readonly moments: Float64Array;
};

/** Every ticket under every term that it counts under, in the order of versions and terms. */
export function judgedTerms<Ticket extends PackedTicket>(input: { readonly versions: readonly MeasuringVersion<Ticket>[]; readonly meaning: Meaning; readonly tickets: readonly Ticket[]; readonly asOf: Instant }): JudgedTerm[] {
  const growing = input.versions.map((version) => version.clocks.map(() => ({ places: [] as number[], verdicts: [] as number[], moments: [] as number[] })));
  let place = -1;
  const counted = function* (): Generator<Ticket> {
    for (const ticket of input.tickets) {
      place += 1;
      yield ticket;
    }
  };
  judgeVersions({ ...input, tickets: counted() }, (version, term, _ticket, result, moment) => {
    const judged = growing[version]?.[term];
    if (judged === undefined) return;
    judged.places.push(place);
    judged.verdicts.push(verdictCodes[result.verdict]);
    judged.moments.push(moment);
  });
  return input.versions.flatMap((version, index) => version.clocks.map((clock, term): JudgedTerm => {
    const judged = growing[index]?.[term];
    return { version: index, clock, places: Int32Array.from(judged?.places ?? []), verdicts: Uint8Array.from(judged?.verdicts ?? []), moments: Float64Array.from(judged?.moments ?? []) };
  }));
}

export function verdictAt(judged: JudgedTerm, index: number): ClockVerdict {
  return clockVerdicts[judged.verdicts[index] ?? 0] ?? 'not derivable';
}

const verdictCodes = Object.fromEntries(clockVerdicts.map((verdict, code) => [verdict, code])) as Record<ClockVerdict, number>;
