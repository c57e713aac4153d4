import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { replaceContent } from '#db/replace.ts';
import { markSample } from '#db/workspace/sample.ts';
import { personNamed } from '#db/workspace/queries.ts';
import type { ParleyClient } from '#shared/contract.ts';
import { importSettingsSchema } from '#shared/imports/model.ts';
import { sampleCalendars, sampleOrganisations, samplePeople, sampleRoles, sampleServices, sampleSites, sampleStart } from '#shared/sample/cast.ts';
import type { SampleFile } from '#shared/sample/files.ts';
import { sampleFiles, sampleOf, type Sample } from '#shared/sample/sample.ts';
import type { Instant } from '#shared/time/instant.ts';
import { openCore, type CoreContext } from '#electron/core.ts';
import { runImport } from '#electron/importers/run-import.ts';
import { agreementSteps } from './agreements.ts';

/** One step of the sample's past: what was done, and when. What takes its time answers how it is finished. */
export type SampleStep = { readonly at: Instant; readonly run: () => Promise<(() => Promise<void>) | null> };

/** Makes the calls of a person, as the screens do. */
export type CallAs = (person: string) => ParleyClient;

/** The person at the laptop in the new workspace. */
export type CreatedSample = { readonly personId: string | null };

/**
 * Builds the sample in a file of its own, by the same calls and imports that people use, each at its day in the past, and then puts it
 * whole into the place of `file`. Where anything fails, `file` is untouched.
 */
export async function createSample(file: string, now: Instant, client: (context: CoreContext) => ParleyClient): Promise<CreatedSample> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-sample-'));
  try {
    const personId = await build(folder, sampleOf(now), client);
    await replaceContent(file, path.join(folder, 'workspace.parley'));
    return { personId };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty workspace in the place of `file`. */
export async function emptyWorkspace(file: string, now: Instant): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-empty-'));
  try {
    await openCore({ data: folder, config: path.join(folder, 'config'), clock: () => now }).close();
    await replaceContent(file, path.join(folder, 'workspace.parley'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string, sample: Sample, client: (context: CoreContext) => ParleyClient): Promise<string | null> {
  let present = Math.min(...sample.agreements.flatMap(({ deeds }) => deeds.map((deed) => deed.at))) - dayMs;
  const core = openCore({ data: folder, config: path.join(folder, 'config'), clock: () => present });
  try {
    const { context } = core;
    const as: CallAs = (person) => client({ ...context, actor: { personId: context.store.read((reader) => personNamed(reader, person)) } });
    await beginWorkspace(context, as);
    const steps = sample.agreements.flatMap((agreement) => agreementSteps(context, as, agreement)).sort((a, b) => a.at - b.at);
    const lastSigned = Math.max(...sample.agreements.flatMap(({ deeds }) => deeds.filter(({ deed }) => deed === 'sign').map((deed) => deed.at)));
    const signing: { readonly at: Instant; readonly finish: () => Promise<void> }[] = [];
    const walk = async (part: readonly SampleStep[]): Promise<void> => {
      for (const { at, run } of part) {
        present = at;
        const finish = await run();
        if (finish !== null) signing.push({ at, finish });
      }
    };
    // The files are read in while the editions are printed.
    await walk(steps.filter((step) => step.at <= lastSigned));
    for (const file of sampleFiles(sample).toSorted((a, b) => a.at - b.at)) {
      present = file.at;
      await takeIn(context, folder, file);
    }
    for (const { at, finish } of signing) {
      present = at;
      await finish();
    }
    await walk(steps.filter((step) => step.at > lastSigned));
    return context.actor.personId;
  } finally {
    await core.close();
  }
}

const dayMs = 86_400_000;

/** Who there is, what is offered and when it is open. */
async function beginWorkspace(context: CoreContext, as: CallAs): Promise<void> {
  await as(sampleStart.person).workspace.start(sampleStart);
  context.store.write({ command: 'workspace.sample' }, (tx) => markSample(tx));
  const client = as(sampleStart.person);
  for (const organisation of sampleOrganisations) await client.organisations.create(organisation);
  for (const person of samplePeople) await client.people.create(person);
  for (const [name, definition] of Object.entries(sampleCalendars)) await client.calendars.create({ ...definition, name });
  for (const site of sampleSites) await client.sites.create(site);
  for (const service of sampleServices) await client.services.create(service);
  const organisations = await client.organisations.list({});
  const people = await client.people.list({});
  for (const { person, role, side, organisation } of sampleRoles) {
    const [holder, scope] = [people.find((one) => one.name === person), organisations.find((one) => one.name === organisation)];
    if (holder !== undefined && scope !== undefined) await client.people.assignRole({ person: holder.id, role, side, scope: { kind: 'organisation', id: scope.id } });
  }
}

async function takeIn(context: CoreContext, folder: string, { name, text, kind, source, profile, zone, coverage, customer }: SampleFile): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const settings = importSettingsSchema.parse({ kind, source, profile, zone, coverage, customer });
  const host = { store: context.store, actorId: context.actor.personId, report: () => undefined, checkpoint: () => undefined };
  await runImport(host, { file, name, settings, dryRun: false });
}
