import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { z } from 'zod';
import type { ParleyClient } from '#shared/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import { parseJson } from '#shared/format/json.ts';
import { detailsOfIssues, refusalOf, type Refusal } from '#shared/refusal.ts';
import type { Transfers } from '../transfers.ts';
import { parseLine, UsageError, type ParsedLine } from './arguments.ts';
import { usageOf, type Answer, type Command, type Invocation } from './command.ts';

export type CliWorld = {
  readonly commands: readonly Command[];
  /** Opens the workspace that `--data`, `--config` and `--as` name. */
  readonly open: (options: { data?: string; config?: string; as?: string }) => Promise<OpenWorkspace>;
  readonly callerFolder: string;
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
  /** Writes what went wrong to the local log and gives back the incident's id. */
  readonly incident: (error: unknown) => string;
};

export type OpenWorkspace = { readonly client: ParleyClient; readonly files: Transfers; readonly close: () => Promise<void> | void };

/** Runs one command line. Answers the exit code: 0 done, 1 refused, 2 wrong usage, 3 internal. */
export async function runCommandLine(line: readonly string[], world: CliWorld): Promise<0 | 1 | 2 | 3> {
  const wantsJson = line.includes('--json');
  let parsed: ParsedLine;
  try {
    parsed = parseLine(line, world.commands);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refuseUsage(error, world, wantsJson);
  }
  const { command } = parsed;
  if (!command || parsed.flag('help')) {
    world.out(helpText(command ? [command] : world.commands));
    return 0;
  }
  if (parsed.flag('schema')) {
    world.out(JSON.stringify(command.schema ? z.toJSONSchema(command.schema, { io: 'input', unrepresentable: 'any' }) : {}, null, 1));
    return 0;
  }
  return answer(command, parsed, world, wantsJson);
}

async function answer(command: Command, parsed: ParsedLine, world: CliWorld, wantsJson: boolean): Promise<0 | 1 | 2 | 3> {
  const opened: { close: () => Promise<void> | void }[] = [];
  try {
    const result = await command.run(invocationOf(parsed, world, opened));
    if (wantsJson) world.out(JSON.stringify(result.json));
    else world.out(result.text ?? JSON.stringify(result.json, null, 2));
    return result.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) return refuseUsage(error, world, wantsJson);
    const refusal = refusalFrom(error, world);
    if (wantsJson) {
      const { code, message, details, incident } = refusal;
      world.out(JSON.stringify({ error: { code, message, details, ...(incident === null ? {} : { incident }) } }));
    } else {
      world.say([refusal.message, ...refusal.details.map((detail) => `  ${detail.path}: ${detail.message}`), ...(refusal.wayOut ? [refusal.wayOut] : [])].join('\n'));
    }
    return refusal.code === 'incident' ? 3 : 1;
  } finally {
    for (const one of opened) await one.close();
  }
}

function refuseUsage(error: UsageError, world: CliWorld, wantsJson: boolean): 2 {
  if (wantsJson) world.out(JSON.stringify({ error: { code: 'usage', message: error.message, details: [] } }));
  else world.say(error.message);
  return 2;
}

function invocationOf(parsed: ParsedLine, world: CliWorld, opened: { close: () => Promise<void> | void }[]): Invocation {
  const resolve = (file: string) => path.resolve(world.callerFolder, file);
  let workspace: Promise<OpenWorkspace> | null = null;
  const open = async () => {
    const [data, config, as] = [parsed.text('data'), parsed.text('config'), parsed.text('as')];
    const opening = await world.open({
      ...(data === undefined ? {} : { data: resolve(data) }),
      ...(config === undefined ? {} : { config: resolve(config) }),
      ...(as === undefined ? {} : { as }),
    });
    opened.push(opening);
    return opening;
  };
  return {
    argument: (index) => parsed.arguments[index] ?? '',
    optionalArgument: (index) => parsed.arguments[index],
    option: parsed.text,
    flag: parsed.flag,
    resolve,
    readJson: (file) => readJson(file, resolve),
    client: async () => (await (workspace ??= open())).client,
    files: async () => (await (workspace ??= open())).files,
    say: world.say,
  };
}

/** Largest JSON input, bytes: a clause of 10 MB is refused by its own limit, not by the reader. */
const largestJson = 64 * 1024 * 1024;

async function readJson(file: string, resolve: (file: string) => string): Promise<unknown> {
  const content = file === '-' ? await readStream(process.stdin) : await readText(resolve(file));
  if (content.length > largestJson) throw new ParleyError('invalid-input', 'The input is larger than 64 MB.', { wayOut: 'Split it.' });
  return parseJson(content, file === '-' ? 'Standard input' : file);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ParleyError('not-found', `${file} cannot be read.`, { wayOut: 'Check the name and that the file may be read.', cause: error });
  }
}

function refusalFrom(error: unknown, world: CliWorld): Refusal {
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  if (error instanceof ParleyError) return { code: error.code, message: error.message, details: [...error.details], wayOut: error.wayOut, incident: null };
  if (error instanceof z.ZodError) return { code: 'invalid-input', message: 'The input is not as it must be.', details: detailsOfIssues(error.issues), wayOut: 'See the schema: the same command with --schema.', incident: null };
  const incident = world.incident(error);
  return { code: 'incident', message: `Something went wrong inside Parley. It is in the log as ${incident}.`, details: [], wayOut: null, incident };
}

function helpText(commands: readonly Command[]): string {
  const lines = commands.map((command) => [usageOf(command), `    ${command.summary}`].join('\n'));
  return ['parley [--data DIR] [--as PERSON] GROUP VERB [ARG…] [--json] [--schema]', '', ...lines].join('\n');
}

/** A shorthand for commands whose text is made from their answer. */
export function answerWith(json: unknown, text: string, exitCode: 0 | 1 = 0): Answer {
  return { json, text, exitCode };
}
