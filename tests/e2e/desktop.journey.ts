import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import { findElectron } from '#build/find-tools.ts';
import { projectFolder } from '#build/project.ts';
import { missingHost, openParley, type OpenParley } from './hosts.ts';
import { startParley } from './steps.ts';

/** What only the desktop window does. */
let app: OpenParley | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function desktop(test: TestContext): Promise<OpenParley> {
  const reason = missingHost('electron');
  if (reason !== null) test.skip(reason);
  app = await openParley('electron');
  return app;
}

describe('the desktop window', () => {
  it('loads its page again when the page crashes, with everything still there', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    const hasNavigation = () =>
      electron?.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const silence = new Promise((resolve) => setTimeout(() => resolve(false), 1000));
        return await Promise.race([contents?.executeJavaScript("document.querySelector('nav') !== null"), silence]);
      });
    await expect.poll(hasNavigation, { timeout: 30_000, interval: 500 }).toBe(true);
  });

  it('comes to the front when Parley is started again on the same workspace, and the second one ends', async (test) => {
    const { electron, data, config } = await desktop(test);
    await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = spawn(findElectron() ?? '', ['--no-sandbox', projectFolder, '--data', data, '--config', config], { cwd: projectFolder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect(said).toContain('already open on this workspace');
    expect(await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))).toEqual([false]);
  });

  it('takes a large file in as a stream', async (test) => {
    const { page } = await desktop(test);
    const answer = await page.evaluate(async () => {
      const piece = new Uint8Array(1_000_000);
      const file = new File(
        Array.from({ length: 60 }, () => piece),
        'large.csv',
      );
      const response = await fetch('/files?name=large.csv', { method: 'PUT', body: file });
      return [response.status, ((await response.json()) as { bytes: number }).bytes];
    });
    expect(answer).toEqual([201, 60_000_000]);
  });
});
