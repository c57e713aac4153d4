import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import { findElectron } from '#build/find-tools.ts';
import { projectFolder } from '#build/project.ts';
import { endProcessOn } from './ends.ts';
import { missingHost, openParley, type OpenParley } from './hosts.ts';
import { downloaded, startParley } from './steps.ts';

/** What only the desktop window does. */
let app: OpenParley | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function desktop(test: TestContext) {
  const reason = missingHost('electron');
  if (reason !== null) test.skip(reason);
  app = await openParley('electron');
  const { electron, page, data, config } = app;
  if (electron === null) throw new Error('Electron did not start.');
  return { app, electron, page, data, config };
}

/** Clicks a menu item as a person would: by the words of the menu and of the item. */
async function clickMenu(electron: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await electron.evaluate(({ Menu }, wanted) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    for (const [index, label] of wanted.entries()) {
      const item = items.find((one) => one.label === label);
      if (item === undefined || !item.enabled) throw new Error(`The menu has no ${label} that can be chosen.`);
      if (index === wanted.length - 1) item.click();
      items = item.submenu?.items ?? [];
    }
  }, labels);
}

/** Asks the page of the first window past Playwright, which does not follow a page over its crash. */
function askPage(electron: ElectronApplication, script: string): Promise<unknown> {
  return electron.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const silence = new Promise((resolve) => setTimeout(() => resolve(null), 1000));
    return await Promise.race([contents?.executeJavaScript(code), silence]);
  }, script);
}

const hasNotice = "document.querySelector('nav') !== null && document.body.textContent.includes('opened again where it was') && location.pathname";

function goTo(page: Page, place: string): Promise<void> {
  return page.getByRole('navigation').first().getByRole('link', { name: place }).click();
}

describe('the desktop window', () => {
  it('opens its page again where it was when the page crashes, and says so', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await goTo(page, 'Services');
    await page.waitForURL('**/services');
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => askPage(electron, hasNotice), { timeout: 30_000, interval: 500 }).toBe('/services');
  });

  it('asks about a page that does not answer, and opens it again where that is wanted', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await electron.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    });
    await expect.poll(() => askPage(electron, hasNotice), { timeout: 30_000, interval: 500 }).toBeTruthy();
  });

  it('stops opening a page that crashes again and again, and offers the first page', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await goTo(page, 'Services');
    await page.waitForURL('**/services');
    const asked = electron.evaluate(
      ({ dialog }) =>
        new Promise((resolve) => {
          dialog.showMessageBox = (...args: readonly unknown[]) => {
            resolve(Reflect.get(Object(args.at(-1)), 'message'));
            return Promise.resolve({ response: 0, checkboxChecked: false });
          };
        }),
    );
    for (let crash = 0; crash < 4; crash += 1) {
      await expect.poll(() => askPage(electron, "document.querySelector('nav') !== null"), { timeout: 30_000, interval: 300 }).toBe(true);
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    }
    expect(await asked).toBe('The page stops again and again.');
    await expect.poll(() => askPage(electron, "document.querySelector('nav') !== null && location.pathname !== '/services'"), { timeout: 30_000, interval: 500 }).toBe(true);
  });

  it('comes to the front when Parley is started again on the same workspace, and the second one ends', async (test) => {
    const { electron, data, config } = await desktop(test);
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = spawn(findElectron() ?? '', ['--no-sandbox', projectFolder, '--data', data, '--config', config], { cwd: projectFolder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect(said).toContain('already open on this workspace');
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))).toEqual([false]);
  });

  it('opens another workspace in a window of its own, remembers it, and leaves this one alone', async (test) => {
    const { page, electron, data, config } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    const other = path.join(path.dirname(data), 'Other café.parley');
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, other.replace(/\.parley$/, ''));
    await clickMenu(electron, 'File', 'New workspace…');
    await expect.poll(() => lastWorkspace(config), { timeout: 30_000, interval: 500 }).toBe(other);
    expect(JSON.parse(readFileSync(path.join(config, 'desktop', 'recent.json'), 'utf8'))).toEqual([other, path.join(data, 'workspace.parley')]);
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await endProcessOn(other);
  });

  it('says that a file is not there, instead of making an empty workspace of its name', async (test) => {
    const { data, config } = await desktop(test);
    const missing = path.join(data, 'gone.parley');
    const started = spawn(findElectron() ?? '', ['--no-sandbox', projectFolder, missing, '--config', config], { cwd: projectFolder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await expect.poll(() => said, { timeout: 20_000 }).toContain(`There is no file ${missing}.`);
    started.kill('SIGKILL');
    expect(existsSync(missing)).toBe(false);
  });

  it('opens a second window of the same workspace at the same place, beside the first', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await goTo(page, 'Services');
    await page.waitForURL('**/services');
    const [second] = await Promise.all([electron.waitForEvent('window'), clickMenu(electron, 'File', 'New window')]);
    await second.getByRole('navigation').first().waitFor();
    expect(new URL(second.url()).pathname).toBe('/services');
    const places = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getPosition().join()));
    expect(new Set(places).size).toBe(2);
  });

  it('comes back where it was, and on a screen that is there', async (test) => {
    const { app: open, electron, data, config } = await desktop(test);
    const stateFile = path.join(config, 'desktop', folderOf(data), 'window.json');
    const position = (running: ElectronApplication | null) => running?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getPosition());
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(60, 40));
    await open.restart();
    expect(await position(open.electron)).toEqual([60, 40]);
    await open.restart();
    writeFileSync(stateFile, JSON.stringify({ place: { x: 9000, y: 9000 }, width: 5000, height: 4000, maximized: false }));
    await open.killAndRestart();
    const isVisible = await open.electron?.evaluate(({ BrowserWindow, screen }) => {
      const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
      const { workArea } = screen.getPrimaryDisplay();
      return bounds !== undefined && bounds.x < workArea.width && bounds.y < workArea.height && bounds.x + bounds.width <= workArea.width + 1;
    });
    expect(isVisible).toBe(true);
  });

  it('hands the menu to the page: print, and the keys that open help', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen, print: () => seen.push('print') });
      window.addEventListener('keydown', (event) => seen.push(event.key), { capture: true });
    });
    await clickMenu(electron, 'File', 'Print…');
    await clickMenu(electron, 'Help', 'Guide');
    await clickMenu(electron, 'Help', 'Keyboard shortcuts');
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'seen'))).toEqual(['print', 'F1', '?']);
  });

  it('writes down what went wrong in itself, says it once, and stays', async (test) => {
    const { page, electron, data } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await electron.evaluate(({ dialog }) => {
      const boxes: string[] = [];
      Reflect.set(dialog, 'boxes', boxes);
      dialog.showErrorBox = (_title, content) => void boxes.push(content);
      for (const name of ['first', 'second']) setTimeout(() => { throw new Error(name); }, 0);
    });
    await expect.poll(() => readFileSync(path.join(data, 'log', 'workspace.log'), 'utf8').match(/"what":"desktop"/g)?.length, { timeout: 10_000 }).toBe(2);
    expect(await electron.evaluate(({ dialog }) => Reflect.get(dialog, 'boxes'))).toEqual([expect.stringMatching(/^Something went wrong in Parley itself\. Incident [0-9a-f]{8}\./)]);
    await goTo(page, 'Services');
  });

  it('names its workspace in the title', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await goTo(page, 'Services');
    await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Services · North IT · Parley');
  });

  it('changes the theme from its menu, in the page and in the frame', async (test) => {
    const { page, electron } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await clickMenu(electron, 'View', 'Theme', 'Dark');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await expect.poll(() => electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });

  it('says where a file was saved and shows it in its folder, and nothing that it did not save itself', async (test) => {
    const { app: open, page, electron, data } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    await electron.evaluate(({ shell }) => {
      const shown: string[] = [];
      shell.showItemInFolder = (place) => void shown.push(place);
      Object.assign(globalThis, { shown });
    });
    const shown = () => electron.evaluate(() => Reflect.get(globalThis, 'shown'));
    await downloaded(open, () =>
      page.evaluate(async () => {
        const response = await fetch('/files?name=report.csv', { method: 'PUT', body: 'a,b' });
        const { id } = (await response.json()) as { id: string };
        const link = Object.assign(document.createElement('a'), { href: `/files/${id}`, download: '' });
        document.body.append(link);
        link.click();
      }),
    );
    await page.evaluate(() => {
      for (const id of ['/etc/passwd', 'c0ffee00-0000-4000-8000-000000000000']) window.postMessage({ ask: { kind: 'show-saved', id } }, location.origin);
    });
    await page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(shown).toEqual([expect.stringContaining('download-')]);
    await clickMenu(electron, 'File', 'Show last export in folder');
    await clickMenu(electron, 'File', 'Show workspace in folder');
    expect(await shown()).toEqual([expect.stringContaining('download-'), expect.stringContaining('download-'), path.join(data, 'workspace.parley')]);
  });

  it('asks for a place in the dialog of the system, and shows the copy there', async (test) => {
    const { page, electron, data } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    const place = path.join(path.dirname(data), 'Copy café.parley');
    await electron.evaluate(({ dialog, shell }, filePath) => {
      const shown: string[] = [];
      Object.assign(globalThis, { shown });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [] });
      shell.showItemInFolder = (item) => void shown.push(item);
    }, place);
    await page.getByRole('button', { name: 'North IT: workspace' }).click();
    await page.getByRole('menuitem', { name: 'Copy…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Choose…' }).click();
    await expect.poll(() => dialog.getByRole('textbox', { name: 'New place' }).inputValue()).toBe(place);
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => electron.evaluate(() => Reflect.get(globalThis, 'shown'))).toEqual([place]);
    await page.getByRole('button', { name: 'North IT: workspace' }).click();
    await page.getByRole('menuitem', { name: 'Show in folder' }).click();
    await expect.poll(() => electron.evaluate(() => Reflect.get(globalThis, 'shown'))).toEqual([place, path.join(data, 'workspace.parley')]);
  });

  it('opens a window from the menu under the name and from the search, and a workspace that was open before', async (test) => {
    const { page, electron, data, config } = await desktop(test);
    await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
    const other = path.join(path.dirname(data), 'Other.parley');
    writeFileSync(other, '');
    writeFileSync(path.join(config, 'desktop', 'recent.json'), JSON.stringify([path.join(data, 'workspace.parley'), other]));
    await Promise.all([electron.waitForEvent('window'), page.getByRole('button', { name: 'North IT: workspace' }).click().then(() => page.getByRole('menuitem', { name: 'New window' }).click())]);
    await page.bringToFront();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('new window');
    await Promise.all([electron.waitForEvent('window'), page.getByRole('option', { name: /^New window/ }).click()]);
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(3);
    await page.getByRole('button', { name: 'North IT: workspace' }).click();
    await page.getByRole('menuitem', { name: /^Other/ }).click();
    await endProcessOn(other);
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

/** Where the desktop keeps the places of a workspace's windows. */
function folderOf(data: string): string {
  return createHash('sha256').update(path.join(data, 'workspace.parley')).digest('hex').slice(0, 16);
}

function lastWorkspace(config: string): unknown {
  const known: unknown = JSON.parse(readFileSync(path.join(config, 'identity.json'), 'utf8'));
  return Reflect.get(Object(known), 'lastWorkspace');
}
