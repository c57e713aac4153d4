import Holidays from 'date-holidays';
import { closureUid, isClosing, type HolidayType } from '#shared/calendars/closure-uid.ts';
import type { ClosureProposal } from '#shared/calendars/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { addDays, type PlainDate } from '#shared/time/plain-date.ts';

/** A day that a country's data names. `to` is included; `fromTime` where it begins within its day. */
export type PublicHoliday = { readonly day: PlainDate; readonly to: PlainDate; readonly fromTime: string | null; readonly name: string; readonly type: HolidayType; readonly rule: string };

export type Place = { readonly code: string; readonly name: string };

/**
 * Days of a country and, where given, one of its regions (`BY`, or `BY-A` for a part of a region), in English, in the order of their dates.
 * The data is date-holidays'; nothing is read from a clock or a network. Throws `invalid-input` for a place or year that it does not know.
 */
export function publicHolidays(country: string, region: string | null, years: readonly number[]): PublicHoliday[] {
  const data = dataOf(country, region);
  return years.flatMap((year) => {
    if (!Number.isInteger(year) || year < 1970 || year > 2100) throw new ParleyError('invalid-input', `${year} is no year between 1970 and 2100.`, { details: [{ path: 'years', message: 'Out of range' }] });
    return data.getHolidays(year, 'en').map(holidayOf);
  });
}

/** The same days as closures to decide: public, bank and optional days proposed, observances and school holidays entered as ignored. */
export function holidayProposals(country: string, region: string | null, years: readonly number[]): ClosureProposal[] {
  const place = region === null ? country : `${country}-${region}`;
  return publicHolidays(country, region, years).map((holiday) => ({
    uid: closureUid(holiday.type, `${place}|${holiday.day}|${holiday.rule}`),
    closure: {
      kind: holiday.to === holiday.day ? 'date' : 'range',
      from: holiday.day,
      to: holiday.to,
      ...(holiday.fromTime === null ? {} : { fromTime: holiday.fromTime }),
      label: holiday.name,
    },
    state: isClosing(holiday.type) ? 'proposed' : 'rejected',
  }));
}

/** Countries that have data, by name. */
export function holidayCountries(): Place[] {
  return placesOf(new Holidays().getCountries('en'));
}

/** Regions of a country, by name; empty where it has none. Throws `invalid-input` for an unknown country. */
export function holidayRegions(country: string): Place[] {
  dataOf(country, null);
  return placesOf(new Holidays().getStates(country, 'en') ?? {});
}

const dayMs = 86_400_000;

function dataOf(country: string, region: string | null): Holidays {
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries('en'), country)) {
    throw new ParleyError('invalid-input', `There are no holidays for the country ${country}.`, { details: [{ path: 'country', message: 'Unknown country' }], wayOut: 'Name it by its two letters, such as CH or DE, or import an .ics file.' });
  }
  if (region === null) return new Holidays(country);
  const [state = '', part] = region.split(/-(.*)/s);
  const isKnown = Object.hasOwn(all.getStates(country, 'en') ?? {}, state) && (part === undefined || Object.hasOwn(all.getRegions(country, state, 'en') ?? {}, part));
  if (!isKnown) {
    throw new ParleyError('invalid-input', `${country} has no region ${region}.`, { details: [{ path: 'region', message: 'Unknown region' }], wayOut: 'Choose one from the list, or leave it out for the whole country.' });
  }
  return part === undefined ? new Holidays(country, state) : new Holidays(country, state, part);
}

function holidayOf(holiday: ReturnType<Holidays['getHolidays']>[number]): PublicHoliday {
  const day = holiday.date.slice(0, 10);
  const time = holiday.date.slice(11, 16);
  const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / dayMs));
  return { day, to: addDays(day, days - 1), fromTime: time === '00:00' || time === '' ? null : time, name: holiday.name, type: holiday.type, rule: holiday.rule };
}

function placesOf(named: Readonly<Record<string, string>>): Place[] {
  return Object.entries(named).map(([code, name]) => ({ code, name })).toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
