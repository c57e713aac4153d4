import type { ParleyClient } from '#shared/contract.ts';
import { organisationInputSchema, siteInputSchema } from '#shared/organisations/model.ts';
import { personInputSchema } from '#shared/people/model.ts';
import { serviceInputSchema } from '#shared/services/model.ts';
import type { z } from 'zod';
import { answerWith } from './run.ts';
import type { Command } from './command.ts';
import { textFacts, textTable } from './text.ts';

/** `organisations`, `sites`, `people` and `services`: create, list, show. */
export const catalogueCommands: readonly Command[] = [
  ...group({
    name: 'organisations',
    one: 'an organisation',
    schema: organisationInputSchema,
    create: (client, input) => client.organisations.create(input),
    list: async (client) => {
      const rows = await client.organisations.list({ archived: true });
      return answerWith({ organisations: rows }, textTable(['Name', 'Sides', 'Agreements', 'Sites', 'People', 'Id'], rows.map((row) => [row.name, row.sides.join(', '), row.agreements, row.sites, row.people, row.id]), 'No organisation yet.'));
    },
    show: (client, id) => client.organisations.show({ id }),
  }),
  ...group({
    name: 'sites',
    one: 'a site',
    schema: siteInputSchema,
    create: (client, input) => client.sites.create(input),
    list: async (client) => {
      const rows = await client.sites.list({});
      return answerWith({ sites: rows }, textTable(['Name', 'Organisation', 'Zone', 'Calendar', 'Id'], rows.map((row) => [row.name, row.organisation, row.zone, row.calendar, row.id]), 'No site yet.'));
    },
    show: (client, id) => client.sites.show({ id }),
  }),
  ...group({
    name: 'people',
    one: 'a person',
    schema: personInputSchema,
    create: (client, input) => client.people.create(input),
    list: async (client) => {
      const rows = await client.people.list({});
      return answerWith({ people: rows }, textTable(['Name', 'Organisation', 'Roles', 'Id'], rows.map((row) => [row.name, row.organisation, [...new Set(row.roles.map((role) => role.role))].join(', '), row.id]), 'Nobody yet.'));
    },
    show: (client, id) => client.people.show({ id }),
  }),
  ...group({
    name: 'services',
    one: 'a service',
    schema: serviceInputSchema,
    create: (client, input) => client.services.create(input),
    list: async (client) => {
      const rows = await client.services.list();
      return answerWith({ services: rows }, textTable(['Name', 'Status', 'Owner', 'Agreements', 'Id'], rows.map((row) => [row.name, row.status, row.owner, row.agreements, row.id]), 'No service yet.'));
    },
    show: (client, id) => client.services.show({ id }),
  }),
];

type Group<Schema extends z.ZodType> = {
  readonly name: string;
  readonly one: string;
  readonly schema: Schema;
  readonly create: (client: ParleyClient, input: z.input<Schema>) => Promise<{ id: string }>;
  readonly list: (client: ParleyClient) => Promise<ReturnType<typeof answerWith>>;
  readonly show: (client: ParleyClient, id: string) => Promise<object>;
};

function group<Schema extends z.ZodType>(of: Group<Schema>): readonly Command[] {
  return [
    {
      group: of.name,
      verb: 'create',
      arguments: ['FILE'],
      summary: `Creates ${of.one}.`,
      schema: of.schema,
      run: async ({ argument, readJson, client }) => {
        const input = await readJson(argument(0));
        of.schema.parse(input);
        const created = await of.create(await client(), input as z.input<Schema>);
        return answerWith(created, `Created ${created.id}`);
      },
    },
    { group: of.name, verb: 'list', arguments: [], summary: `Lists all ${of.name}.`, run: async ({ client }) => of.list(await client()) },
    {
      group: of.name,
      verb: 'show',
      arguments: ['ID'],
      summary: `Shows ${of.one} by id or name.`,
      run: async ({ argument, client }) => {
        const shown = await of.show(await client(), argument(0));
        return answerWith(shown, textFacts(Object.entries(shown).map(([key, value]) => [key, typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)])));
      },
    },
  ];
}
