import type { Found } from '#shared/search/model.ts';
import type { Reader } from '../reader.ts';

type Place = { readonly about: string | null; readonly place: Found['place'] };

/** Where a file or note on a record is looked at, and the name of that place. */
export function placeOf(reader: Reader, recordId: string): Place {
  const row = reader.get<{ kind: NonNullable<Found['place']>['kind']; id: string; about: string }>(
    `SELECT 'organisation' AS kind, id, name AS about FROM organisations WHERE id = :id
     UNION ALL SELECT 'agreement', id, title FROM agreements WHERE id = :id
     UNION ALL SELECT 'agreement', agreements.id, agreements.title FROM terms JOIN agreements ON agreements.id = terms.agreement_id WHERE terms.id = :id
     UNION ALL SELECT 'agreement', agreements.id, agreements.title FROM agreement_versions JOIN agreements ON agreements.id = agreement_versions.agreement_id WHERE agreement_versions.id = :id
     UNION ALL SELECT 'organisation', organisations.id, people.name FROM people JOIN organisations ON organisations.id = people.organisation_id WHERE people.id = :id
     UNION ALL SELECT 'service', id, name FROM services WHERE id = :id
     UNION ALL SELECT 'ticket', tickets.no, tickets.key FROM pinned_rows JOIN tickets ON tickets.no = pinned_rows.ticket_no WHERE pinned_rows.id = :id
     UNION ALL SELECT 'outage', outages.no, coalesce(outages.reason, outages.key) FROM pinned_rows JOIN outages ON outages.no = pinned_rows.outage_no WHERE pinned_rows.id = :id LIMIT 1`,
    { id: recordId },
  );
  return row === undefined ? { about: null, place: { kind: 'other', id: recordId } } : { about: row.about, place: { kind: row.kind, id: String(row.id) } };
}
