import { openCore, workspaceOf } from '../core.ts';
import { ParleyError } from '#shared/errors.ts';
import { hostOptions } from '../options.ts';
import { rendererFolder } from '../places.ts';
import { claimWorkspace } from './instance.ts';
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
  const claim = await claimWorkspace(workspaceOf(options));
  const core = openCore(options);
  core.context.backups.begin();
  const loopback = await openLoopback({ context: core.context, rendererFolder: rendererFolder(), port: options.port });
  let closing = false;
  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    await loopback.close();
    await core.close();
    claim.release();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
  const address = `${loopback.address}#${loopback.token}`;
  process.stdout.write(`Parley is at ${address}\n`);
  if (args.includes('--open')) openBrowser(address);
}
