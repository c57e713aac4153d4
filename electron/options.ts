import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ParleyError } from '#shared/errors.ts';

/** How a host is started: `--data DIR`, `--config DIR`, `--port N`, `--browser`, `--no-open`. */
export type HostOptions = {
  readonly data: string | null;
  readonly config: string | null;
  readonly port: number;
  readonly browser: boolean;
  /** False with `--no-open`: no browser is opened on the address. */
  readonly open: boolean;
};

/** What `npm start -- --help` prints. */
export const startHelp = `npm start                  opens the desktop window, or the browser where no window can open
npm start -- --browser     opens the browser
             --no-open     only says the address
             --port N      takes this port of this computer; without it a free one
             --data DIR    the folder of the workspace
             --config DIR  the folder for what belongs to this computer
`;

/** Reads a host's options; unknown ones throw `invalid-input` by name. */
export function hostOptions(args: readonly string[]): HostOptions {
  const { values } = parse(args);
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ParleyError('invalid-input', `--port ${values.port ?? ''} is no port.`, { wayOut: 'Say a number from 0 to 65535; 0 takes a free one.' });
  }
  return { data: values.data ?? null, config: values.config ?? null, port, browser: values.browser === true, open: values['no-open'] !== true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        config: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean' },
        open: { type: 'boolean' },
        'no-open': { type: 'boolean' },
      },
      strict: true,
      allowPositionals: false,
    });
  } catch (cause) {
    throw new ParleyError('invalid-input', cause instanceof Error ? cause.message.replace(/\.?$/u, '.') : 'Unknown options.', {
      wayOut: 'Known are --browser, --no-open, --port N, --data DIR and --config DIR.',
      cause,
    });
  }
}

/** How the desktop is started. A `.parley` file by itself (a double click, a second file) is the workspace that a person chose. */
export type DesktopOptions = Pick<HostOptions, 'data' | 'config'> & { readonly chosen: boolean; /** `--new`: the file may be made. */ readonly isNew: boolean; /** `--moved-from FILE`: the workspace was copied from there, and is taken away there once it is open here. */ readonly movedFrom: string | null };

/** The arguments of the desktop also carry Chromium's own switches and the app's folder: those are passed over. A file manager may name the file as a `file:` address. */
export function desktopOptions(args: readonly string[]): DesktopOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: { data: { type: 'string' }, config: { type: 'string' }, new: { type: 'boolean' }, 'moved-from': { type: 'string' } }, strict: false, allowPositionals: true });
  const isNew = values.new === true;
  const movedFrom = typeof values['moved-from'] === 'string' ? values['moved-from'] : null;
  const config = typeof values.config === 'string' ? values.config : null;
  if (typeof values.data === 'string') return { data: values.data, config, chosen: false, isNew, movedFrom };
  const file = positionals.findLast((argument) => argument.endsWith('.parley'));
  if (file === undefined) return { data: null, config, chosen: false, isNew, movedFrom };
  return { data: file.startsWith('file://') ? fileURLToPath(file) : file, config, chosen: true, isNew, movedFrom };
}
