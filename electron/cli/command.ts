import type { z } from 'zod';
import type { ParleyClient } from '#shared/contract.ts';
import type { Transfers } from '../transfers.ts';

/** An option of a command. `value` names its argument in the usage line; a flag has none. */
export type OptionSpec = { readonly kind: 'text' | 'flag'; readonly value?: string; readonly repeated?: boolean };

/** What a running command may reach. Nothing here opens a workspace until `client` is called. */
export type Invocation = {
  /** The n-th argument after the verb. The frame has checked that required ones are there. */
  readonly argument: (index: number) => string;
  readonly optionalArgument: (index: number) => string | undefined;
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  /** Absolute path of a file named by the caller; relative names are relative to the caller's folder. */
  readonly resolve: (file: string) => string;
  /** The JSON of a file, or of standard input for `-`. Throws `invalid-input` where it is no JSON. */
  readonly readJson: (file: string) => Promise<unknown>;
  /** The workspace's calls, the same handlers that the app uses. */
  readonly client: () => Promise<ParleyClient>;
  /** Files on their way to and from those calls: `adopt` a file of the caller's, `read` what a call offers. */
  readonly files: () => Promise<Transfers>;
  /** A message to standard error. */
  readonly say: (text: string) => void;
};

/** What a command gives back: the document for `--json`, its text for people, and whether it counts as refused. */
export type Answer = { readonly json: unknown; readonly text?: string; readonly exitCode?: 0 | 1 };

export type Command = {
  readonly group: string;
  readonly verb: string;
  /** Arguments after the verb, `FILE`, `[TERM]`. */
  readonly arguments: readonly string[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  readonly summary: string;
  /** The input's schema, printed by `--schema`. */
  readonly schema?: z.ZodType;
  readonly run: (invocation: Invocation) => Promise<Answer>;
};

/** The line that tells how a command is written. */
export function usageOf(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, spec]) => (spec.kind === 'flag' ? `[--${name}]` : `[--${name} ${spec.value ?? 'TEXT'}]`));
  return ['parley', command.group, command.verb, ...command.arguments, ...options].filter((part) => part !== '').join(' ');
}
