import { spawn } from 'node:child_process';

/** Opens an address in the user's browser; where that fails the printed address still does it. */
export function openBrowser(address: string): void {
  const [command, args] =
    process.platform === 'darwin' ? ['open', [address]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '""', address]] : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write('No browser could be opened; open the address above yourself.\n'));
  child.unref();
}
