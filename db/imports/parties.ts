import { ParleyError } from '#shared/errors.ts';
import { cleanLine } from '#shared/format/text.ts';
import { ensureOrganisation, ensureSite } from '../organisations/commands.ts';
import { findSite, organisationIdOf, siteIdOf } from '../organisations/queries.ts';
import type { Reader } from '../reader.ts';
import { ensureService } from '../services/commands.ts';
import { findService } from '../services/queries.ts';
import type { Tx } from '../transaction.ts';

export type Party = { readonly no: number; readonly id: string };

/** Names of a file → rows of the workspace, each looked up once. In a dry run nothing is made; a name that would be has number 0. */
export class PartyResolver {
  readonly #reader: Reader | Tx;
  readonly #tx: Tx | null;
  readonly #mayCreate: boolean;
  readonly #customers = new Map<string, Party>();
  readonly #services = new Map<string, Party>();
  readonly #sites = new Set<string>();
  readonly created = { organisations: [] as string[], services: [] as string[], sites: [] as string[] };

  constructor(reader: Reader | Tx, tx: Tx | null, mayCreate: boolean) {
    this.#reader = reader;
    this.#tx = tx;
    this.#mayCreate = mayCreate;
  }

  /** Throws `not-found` where the organisation is not there and none may be made. */
  customer(written: string): Party {
    const known = this.#customers.get(written);
    if (known) return known;
    const name = nameOf(written);
    const found = organisationIdOf(this.#reader, name);
    if (found === null) this.#note('organisation', name);
    const id = found ?? (this.#tx === null ? null : ensureOrganisation(this.#tx, name));
    const party = this.#partyOf('organisations', id);
    this.#customers.set(Buffer.from(written).toString(), party);
    return party;
  }

  service(written: string): Party {
    const known = this.#services.get(written);
    if (known) return known;
    const name = nameOf(written);
    const found = findService(this.#reader, name)?.id ?? null;
    if (found === null) this.#note('service', name);
    const id = found ?? (this.#tx === null ? null : ensureService(this.#tx, name));
    const party = this.#partyOf('services', id);
    this.#services.set(Buffer.from(written).toString(), party);
    return party;
  }

  /** A site belongs to an organisation; without one its name is kept with the ticket only. */
  site(customer: Party | null, written: string): void {
    if (customer === null) {
      const name = nameOf(written);
      if (!this.#mayCreate && findSite(this.#reader, name) === null) this.#note('site', name);
      return;
    }
    const key = `${customer.id}/${written}`;
    if (this.#sites.has(key)) return;
    this.#sites.add(Buffer.from(key).toString());
    const name = nameOf(written);
    const found = customer.no === 0 ? null : siteIdOf(this.#reader, customer.id, name);
    if (found !== null) return;
    this.#note('site', name);
    if (this.#tx !== null) ensureSite(this.#tx, customer.id, name);
  }

  #note(kind: 'organisation' | 'service' | 'site', name: string): void {
    if (!this.#mayCreate) {
      throw new ParleyError('not-found', `There is no ${kind} ${JSON.stringify(name)} in the workspace.`, { wayOut: `Create the ${kind} first, or let the import create it.`, details: [{ path: kind === 'organisation' ? 'customer' : kind, message: name }] });
    }
    const list = kind === 'organisation' ? this.created.organisations : kind === 'service' ? this.created.services : this.created.sites;
    list.push(Buffer.from(name).toString());
  }

  #partyOf(table: 'organisations' | 'services', id: string | null): Party {
    if (id === null) return { no: 0, id: '' };
    const no = this.#reader.value<number>(`SELECT no FROM ${table} WHERE id = ?`, id);
    return { no: no ?? 0, id };
  }
}

/** What the record is called; a name of which nothing can be seen stays as the file has it. */
function nameOf(written: string): string {
  return cleanLine(written) || written;
}
