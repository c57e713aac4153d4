import { removeMoved } from '#db/backups/move.ts';
import { ParleyError } from '#shared/errors.ts';
import { openCore, workspaceOf, type Core } from '../core.ts';
import { giveBack, takeOver } from '../features/workspace/take-over.ts';
import { hostOptions, type HostOptions } from '../options.ts';
import { rendererFolder } from '../places.ts';
import { refusalFrom } from '../refuse.ts';
import { claimWorkspace, type Claim } from './instance.ts';
import { openBrowser } from './open-browser.ts';
import { openLoopback } from './loopback.ts';

/** The browser host: prints one line with its address and serves until SIGINT or SIGTERM. */
export async function runBrowserHost(args: readonly string[]): Promise<void> {
  try {
    await serve(args);
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    process.stderr.write(`${error.message}${error.wayOut === null ? '' : ` ${error.wayOut}`}\n`);
    process.exitCode = 1;
  }
}

async function serve(args: readonly string[]): Promise<void> {
  const options = hostOptions(args);
  const open = await openClaimed(options);
  const loopback = await openLoopback({ get context() { return open.core().context; }, rendererFolder: rendererFolder(), port: options.port });
  let closing = false;
  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    await loopback.close();
    await open.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
  const address = `${loopback.address}#${loopback.token}`;
  process.stdout.write(`Parley is at ${address}\n`);
  if (args.includes('--open')) openBrowser(address);
}

/** The answer to the call that moved the workspace leaves first. */
const answerMs = 200;

/** The workspace of this host, claimed; it goes on at another place when it was moved. */
async function openClaimed(options: HostOptions): Promise<{ core(): Core; close(): Promise<void> }> {
  let claim: Claim = await claimWorkspace(workspaceOf(options));
  let core = openAt(options.data);

  function openAt(data: string | null): Core {
    const opened = openCore({ data, config: options.config, goOnAt: (file) => void setTimeout(() => void goOn(file), answerMs) });
    opened.context.backups.begin();
    return opened;
  }

  /** Where it cannot be opened at the new place it goes on at the old one, which is taken away last. */
  async function goOn(to: string): Promise<void> {
    const { store, installation, log } = core.context;
    const from = store.file;
    await core.close();
    try {
      await takeOver(from, to, installation);
      core = openAt(to);
      removeMoved(from);
      claim.release();
      claim = await claimWorkspace(to);
    } catch (error) {
      process.stderr.write(`${refusalFrom(error, 'move', log).message}\n`);
      if (core.context.store.file === to) return;
      giveBack(from, to, installation);
      core = openAt(from);
    }
  }

  return {
    core: () => core,
    close: async () => {
      await core.close();
      claim.release();
    },
  };
}
