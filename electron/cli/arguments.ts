import { parseArgs } from 'node:util';
import { usageOf, type Command, type OptionSpec } from './command.ts';

/** Options that every command takes. */
const globalOptions: Readonly<Record<string, OptionSpec>> = {
  data: { kind: 'text', value: 'DIR' },
  config: { kind: 'text', value: 'DIR' },
  as: { kind: 'text', value: 'PERSON' },
  json: { kind: 'flag' },
  schema: { kind: 'flag' },
  help: { kind: 'flag' },
};

/** The command line is not written as it must be: exit code 2. */
export class UsageError extends Error {}

export type ParsedLine = {
  readonly command: Command | null;
  readonly arguments: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
};

/**
 * Reads GROUP VERB ARG… and options in any order. A group with one nameless verb (`compliance`, `verify`) takes its arguments at once.
 * @throws UsageError for an unknown command or option, a missing or superfluous argument
 */
export function parseLine(line: readonly string[], commands: readonly Command[]): ParsedLine {
  const known: Record<string, OptionSpec> = { ...globalOptions };
  for (const command of commands) Object.assign(known, command.options);
  const { values, positionals } = parse(line, known);
  const text = (option: string) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const flag = (option: string) => values[option] === true;
  if (positionals.length === 0) {
    if (flag('help') || line.length === 0) return { command: null, arguments: [], text, flag };
    throw new UsageError('Say what to do: parley GROUP VERB. parley --help lists the commands.');
  }
  const [group, verb] = positionals;
  const ofGroup = commands.filter((command) => command.group === group);
  if (ofGroup.length === 0) throw new UsageError(`There is no group ${group}. Groups: ${[...new Set(commands.map((command) => command.group))].join(', ')}.`);
  const nameless = ofGroup.find((command) => command.verb === '');
  const command = ofGroup.find((candidate) => candidate.verb !== '' && candidate.verb === verb) ?? nameless;
  if (!command) throw new UsageError(`${[group, verb].filter(Boolean).join(' ')} is no command. ${group} takes: ${ofGroup.map((candidate) => candidate.verb).join(', ')}.`);
  const rest = positionals.slice(command.verb === '' ? 1 : 2);
  if (!flag('help') && !flag('schema')) checkArguments(command, rest);
  for (const name of Object.keys(values)) {
    if (!(name in globalOptions) && !(name in (command.options ?? {}))) throw new UsageError(`--${name} is no option of this command. Usage: ${usageOf(command)}`);
  }
  return { command, arguments: rest, text, flag };
}

function parse(line: readonly string[], known: Readonly<Record<string, OptionSpec>>) {
  const options = Object.fromEntries(Object.entries(known).map(([name, spec]) => [name, { type: spec.kind === 'flag' ? ('boolean' as const) : ('string' as const) }]));
  try {
    return parseArgs({ args: [...line], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function checkArguments(command: Command, given: readonly string[]) {
  const required = command.arguments.filter((argument) => !argument.startsWith('['));
  if (given.length < required.length) throw new UsageError(`${required[given.length]} is missing. Usage: ${usageOf(command)}`);
  if (given.length > command.arguments.length) throw new UsageError(`${given[command.arguments.length]} is one argument too many. Usage: ${usageOf(command)}`);
}
