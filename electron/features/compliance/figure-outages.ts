import { exclusionsOf, outagesOf, type OutageFacts } from '#db/compliance/outages.ts';
import { availabilityCalendar, countedOutages } from '#shared/availability/availability.ts';
import { intersect, lengthOf, minutesOfMs } from '#shared/availability/downtime.ts';
import type { FigureOutage } from '#shared/compliance/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import { clip, unionOf } from '#shared/time/interval.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod } from './question.ts';
import { availabilityInput, availabilityTerms, servicesOf, type PeriodInput } from './rows.ts';

/** The outages of a service that touch a span, each with what of it counts under an availability target. Throws `not-found` for an unknown target. */
export function figureOutages(context: CoreContext, input: PeriodInput & { readonly term: string; readonly service: string }): { rows: FigureOutage[] } {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { zone } = question.document;
  const term = availabilityTerms(question).find((candidate) => candidate.id === input.term);
  const service = term && servicesOf(question, term).find((candidate) => candidate.name === input.service);
  if (!term || !service) throw new ParleyError('not-found', `There is no availability target ${input.term} for ${input.service}.`, { details: [{ path: 'term', message: 'Unknown target' }] });
  const asOf = asOfOr(question.outagesAsOf, input.to, zone);
  const [begin, end] = [startOfDay(input.from, zone), startOfDay(input.to, zone)];
  const spanOf = (outage: OutageFacts) => ({ from: outage.from, to: Math.max(outage.from, Math.min(outage.to ?? asOf, asOf)) });
  const open = availabilityCalendar(term, question.document).stretches(begin, end).filter((stretch) => stretch.kind === 'open');
  const hours = unionOf(open.map(({ from, to }) => ({ from, to })));
  return context.store.read((reader) => {
    const counted = countedOutages({ ...availabilityInput(reader, question, term, service, input, asOf), byMonth: false });
    const exclusions = exclusionsOf(reader, question.agreement.id, service);
    const outages = outagesOf(reader, service.no).filter((outage) => outage.from < end && spanOf(outage).to > begin);
    const rows = outages.map((outage): FigureOutage => {
      const span = spanOf(outage);
      const touching = exclusions.find((exclusion) => exclusion.from < span.to && exclusion.to > span.from);
      return {
        no: outage.no, key: outage.key, kind: outage.kind, from: outage.from, to: outage.to, reason: outage.reason, weightPpb: outage.weightPpb, approvedBy: outage.approvedBy,
        hoursMinutes: minutesOfMs(lengthOf(intersect(hours, clip([span], begin, end)))),
        countedMinutes: minutesOfMs(lengthOf(intersect(counted, [span]))),
        isMerged: outages.some((other) => other.no !== outage.no && other.from <= span.to && spanOf(other).to >= span.from),
        exclusion: touching === undefined ? null : { kind: touching.kind, state: touching.state, reason: touching.reason },
      };
    });
    return { rows };
  });
}
