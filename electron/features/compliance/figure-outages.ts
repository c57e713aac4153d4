import { outagesOf, type OutageFacts } from '#db/compliance/outages.ts';
import { availabilityCalendar, countedOutages } from '#shared/availability/availability.ts';
import { intersect, lengthOf, minutesOfMs } from '#shared/availability/downtime.ts';
import type { FigureOutage } from '#shared/compliance/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import { unionOf, type Interval } from '#shared/time/interval.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod, type Measuring } from './question.ts';
import { availabilityInput, availabilityTerms, cutTo, servicesOf, type PeriodInput } from './rows.ts';

type OutagesInput = PeriodInput & { readonly term: string; readonly service: string; readonly measuring?: number | undefined };

/** The outages of a service that touch a span, each with what of it counts under an availability target. Throws `not-found` for an unknown target. */
export function figureOutages(context: CoreContext, input: OutagesInput): { rows: FigureOutage[] } {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { zone } = question.document;
  const parts = question.measuring.filter(({ version }) => input.measuring === undefined || version.version === input.measuring).flatMap((measuring) => partsOf(measuring, input));
  if (parts.length === 0) throw new ParleyError('not-found', `There is no availability target ${input.term} for ${input.service}.`, { details: [{ path: 'term', message: 'Unknown target' }] });
  const asOf = asOfOr(question.outagesAsOf, input.to, zone);
  const spanOf = (outage: OutageFacts) => ({ from: outage.from, to: Math.max(outage.from, Math.min(outage.to ?? asOf, asOf)) });
  const asked = parts.flatMap((part) => part.days.map((days) => ({ ...part, days, begin: startOfDay(days.from, zone), end: startOfDay(days.to, zone) })));
  const hours = unionOf(asked.flatMap(({ measuring, term, begin, end }) => availabilityCalendar(term, measuring.document).stretches(begin, end).filter((stretch) => stretch.kind === 'open')));
  const isTouched = (span: Interval): boolean => asked.some(({ begin, end }) => span.from < end && span.to > begin);
  return context.store.read((reader) => {
    const inputs = asked.map(({ measuring, term, service, days }) => availabilityInput(reader, question, measuring, term, service, days, asOf));
    const counted = unionOf(inputs.flatMap((part) => countedOutages({ ...part, byMonth: false })));
    const exclusions = inputs.flatMap((part) => part.exclusions);
    const outages = [...new Map(asked.flatMap(({ service }) => outagesOf(reader, service.no)).map((outage) => [outage.no, outage])).values()].filter((outage) => isTouched(spanOf(outage)));
    const rows = outages.map((outage): FigureOutage => {
      const span = spanOf(outage);
      const touching = exclusions.find((exclusion) => exclusion.from < span.to && exclusion.to > span.from);
      return {
        no: outage.no, key: outage.key, kind: outage.kind, from: outage.from, to: outage.to, reason: outage.reason, weightPpb: outage.weightPpb, approvedBy: outage.approvedBy,
        hoursMinutes: minutesOfMs(lengthOf(intersect(hours, [span]))),
        countedMinutes: minutesOfMs(lengthOf(intersect(counted, [span]))),
        isMerged: outages.some((other) => other.no !== outage.no && other.from <= span.to && spanOf(other).to >= span.from),
        exclusion: touching === undefined ? null : { kind: touching.kind, state: touching.state, reason: touching.reason },
      };
    });
    return { rows };
  });
}

/** The target in a version, with the days of the span on which that version is in force. */
function partsOf(measuring: Measuring, input: OutagesInput) {
  const term = availabilityTerms(measuring.document).find((candidate) => candidate.id === input.term);
  const service = term && servicesOf(measuring.scope, term).find((candidate) => candidate.name === input.service);
  return term && service ? [{ measuring, term, service, days: cutTo(measuring.days, input) }] : [];
}
