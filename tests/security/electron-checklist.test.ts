import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { projectFile } from '#build/project.ts';
import { isOwnAddress, isTrustedSender, mayLoad, mayReload, pagePreferences } from '#electron/shell/policy.ts';
import { missingHost, openParley, type OpenParley } from '#tests/e2e/hosts.ts';
import { missingPackage, packagedProgram } from '#tests/e2e/packaged.ts';

/** Electron's own security checklist (electronjs.org/docs/latest/tutorial/security), every item by its number and name, in the real program. */
let app: OpenParley | null = null;
let outside: Server;
let outsideRequests = 0;

/** A fuse's state as it stands in the binary. */
const on = '1';
const off = '0';

beforeAll(async () => {
  outside = createServer((_request, response) => {
    outsideRequests += 1;
    response.end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  if (missingHost('electron') === null) app = await openParley('electron');
});

afterAll(async () => {
  await app?.close();
  outside.close();
});

function running(test: TestContext) {
  const electron = app?.electron ?? null;
  if (app === null || electron === null) test.skip(missingHost('electron') ?? 'Electron did not start');
  if (app === null || electron === null) throw new Error('unreachable');
  return { page: app.page, electron };
}

function outsideAddress(): string {
  return `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
}

async function preferencesInUse(test: TestContext): Promise<Record<string, unknown>> {
  const { electron } = running(test);
  return await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const known: unknown = contents === undefined ? {} : Reflect.get(contents, 'getLastWebPreferences').call(contents);
    return JSON.parse(JSON.stringify(known));
  });
}

function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

describe("Electron's security checklist", () => {
  it('1 only secure content is loaded: everything comes from app://parley, and nothing reaches a network', async (test) => {
    const { page, electron } = running(test);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    expect([page.url(), ...loaded].filter((address) => !address.startsWith('app://parley/') && !address.startsWith('data:'))).toEqual([]);
    const fromPage = await page.evaluate((address) => fetch(address, { mode: 'no-cors' }).then(() => 'reached', () => 'refused'), outsideAddress());
    const fromSession = await electron.evaluate(({ session }, address) => session.defaultSession.fetch(address).then(() => 'reached', () => 'refused'), outsideAddress());
    expect([fromPage, fromSession, outsideRequests]).toEqual(['refused', 'refused', 0]);
  });

  it('2 Node.js integration is off in the page', async (test) => {
    const { page } = running(test);
    expect(await preferencesInUse(test)).toMatchObject({ nodeIntegration: false });
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis))).toEqual([]);
  });

  it('3 context isolation is on', async (test) => {
    expect(await preferencesInUse(test)).toMatchObject({ contextIsolation: true });
  });

  it('4 the process sandbox is on', async (test) => {
    expect(await preferencesInUse(test)).toMatchObject({ sandbox: true });
  });

  it('5 every permission is denied, asked or looked up', async (test) => {
    const { page, electron } = running(test);
    const answers = await page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error: unknown) => (error instanceof Error ? error.name : 'refused')),
      place: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('refused'))),
    }));
    expect(answers.notification).toBe('denied');
    expect(answers.camera).not.toBe('given');
    expect(answers.place).toBe('refused');
    const checks = await electron.evaluate(({ session }) => {
      const read: unknown = Reflect.get(session.defaultSession, 'isPersistent');
      return typeof read;
    });
    expect(checks).toBe('function');
  });

  it('6 web security is not disabled', async (test) => {
    expect(await preferencesInUse(test)).toMatchObject({ webSecurity: true });
  });

  it('7 a content security policy without inline script is in force', async (test) => {
    const { page } = running(test);
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe/);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.inline = "ran"';
      document.body.append(script);
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(Reflect.construct(Function, ['return 1'])()));
          } catch {
            resolve('refused');
          }
        }, 0);
      });
      return [document.documentElement.dataset['inline'] ?? 'refused', evaluated];
    });
    expect(ran).toEqual(['refused', 'refused']);
  });

  it('8 insecure content is not allowed', async (test) => {
    expect(pagePreferences.allowRunningInsecureContent).toBe(false);
    expect((await preferencesInUse(test))['allowRunningInsecureContent']).not.toBe(true);
  });

  it('9 experimental features are off', async (test) => {
    expect(pagePreferences.experimentalFeatures).toBe(false);
    expect((await preferencesInUse(test))['experimentalFeatures']).not.toBe(true);
  });

  it('10 no Blink feature is switched on', async (test) => {
    expect((await preferencesInUse(test))['enableBlinkFeatures'] ?? '').toBe('');
    expect(sourcesOf(projectFile('electron'))).not.toMatch(/enableBlinkFeatures|enable-features|enable-blink/);
  });

  it('11 no webview may open windows: there is no webview tag at all', async (test) => {
    expect((await preferencesInUse(test))['webviewTag']).not.toBe(true);
    expect(sourcesOf(projectFile('renderer'))).not.toMatch(/allowpopups|<webview/);
  });

  it('12 a webview that is tried all the same is not attached', async (test) => {
    const { page, electron } = running(test);
    const before = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'app://parley/');
      document.body.append(view);
    });
    const after = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    const listeners = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.listenerCount('will-attach-webview'));
    expect([after, listeners]).toEqual([before, 1]);
  });

  it('13 the page cannot be navigated away', async (test) => {
    const { page, electron } = running(test);
    const before = page.url();
    for (const address of [outsideAddress(), 'https://example.org/', 'file:///etc/hostname', 'data:text/html,other']) {
      await page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
      }, address);
      await page.evaluate(() => fetch('/').then(() => null));
      await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoadingMainFrame())).toBe(false);
      expect(page.url()).toBe(before);
    }
    expect(outsideRequests).toBe(0);
  });

  it('14 no new window opens', async (test) => {
    const { page, electron } = running(test);
    expect(await page.evaluate(() => ['about:blank', 'app://parley/', 'https://example.org/'].map((address) => window.open(address)))).toEqual([null, null, null]);
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('15 nothing is handed to the system to open', () => {
    expect(sourcesOf(projectFile('electron', 'shell')) + readFileSync(projectFile('electron', 'main.ts'), 'utf8')).not.toMatch(/openExternal|openPath/);
  });

  it('16 the Electron that we ship is a current one', () => {
    const { devDependencies } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  it('17 the sender of a message is checked: another page with the same preload gets no port, and what it asks is not heard', async (test) => {
    const { electron } = running(test);
    const [title, theme] = await electron.evaluate(async ({ app: program, BrowserWindow, nativeTheme }) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, preload: `${program.getAppPath()}/dist/main/preload.cjs` } });
      const script = "addEventListener('message', (event) => { if (event.data === 'parley:port') document.title = 'got a port'; }); postMessage('parley:connect', '*'); postMessage({ ask: { kind: 'theme', theme: 'dark' } }, '*');";
      await stranger.loadURL(`data:text/html,<title>nothing</title><script>${encodeURIComponent(script)}</script>`);
      const oneMore = "new Promise((done) => { addEventListener('message', (event) => { if (event.data === 'mark') done(); }); postMessage('mark', '*'); })";
      for (let round = 0; round < 5; round += 1) await stranger.webContents.executeJavaScript(oneMore);
      const found = [stranger.getTitle(), nativeTheme.themeSource];
      stranger.destroy();
      return found;
    });
    expect([title, theme]).toEqual(['nothing', 'system']);
  });

  it('18 pages come by app://, and file:// cannot be read', async (test) => {
    const { page, electron } = running(test);
    expect(page.url()).toMatch(/^app:\/\/parley\//);
    const fromPage = await page.evaluate(() => fetch('file:///etc/hostname').then(() => 'read', () => 'refused'));
    const fromWindow = await electron.evaluate(async ({ BrowserWindow }) => {
      const stranger = new BrowserWindow({ show: false });
      const result = await stranger.loadURL('file:///etc/hostname').then(() => 'read', () => 'refused');
      stranger.destroy();
      return result;
    });
    expect([fromPage, fromWindow]).toEqual(['refused', 'refused']);
  });

  it('19 every fuse of the packaged program is set: no Node by the environment or the command line, our archive only, no privileges of file://', async (test) => {
    const reason = missingPackage();
    if (reason !== null) test.skip(reason);
    const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(await packagedProgram());
    const fuses = Object.entries(FuseV1Options).filter(([, place]) => typeof place === 'number').map(([name, place]) => [name, String.fromCharCode(Number(wire[place]))]);
    expect(Object.fromEntries(fuses)).toEqual({
      RunAsNode: off,
      EnableCookieEncryption: on,
      EnableNodeOptionsEnvironmentVariable: off,
      EnableNodeCliInspectArguments: off,
      EnableEmbeddedAsarIntegrityValidation: on,
      OnlyLoadAppFromAsar: on,
      LoadBrowserProcessSpecificV8Snapshot: off,
      GrantFileProtocolExtraPrivileges: off,
    });
  });

  it('20 no Electron API is exposed to the page', async (test) => {
    const { page } = running(test);
    expect(await page.evaluate(() => ['electron', 'ipcRenderer', 'ipc', 'contextBridge', 'api', 'electronAPI', 'parley'].filter((name) => name in globalThis))).toEqual([]);
    expect(readFileSync(projectFile('electron', 'preload.ts'), 'utf8')).not.toMatch(/exposeInMainWorld|exposeInIsolatedWorld/);
  });
});

describe('the policies by themselves', () => {
  it.each([
    ['app://parley/', true],
    ['app://parley/agreements/1?x=1#y', true],
    ['app://parley.evil.example/', false],
    ['app://evil/', false],
    ['app://user@parley/', false],
    ['https://parley/', false],
    ['file:///parley/', false],
    ['about:blank', false],
    ['', false],
  ])('%s is our own page: %s', (address, own) => {
    expect(isOwnAddress(address)).toBe(own);
  });

  it.each([
    ['app://parley/assets/a.js', true],
    ['blob:app://parley/0f', true],
    ['data:image/png;base64,AA', true],
    ['devtools://devtools/bundled/x.html', true],
    ['http://127.0.0.1/', false],
    ['https://example.org/', false],
    ['ws://127.0.0.1/', false],
    ['wss://example.org/', false],
    ['ftp://example.org/', false],
    ['file:///etc/passwd', false],
    ['blob:https://example.org/0f', false],
    ['chrome://gpu', false],
  ])('%s may load: %s', (address, allowed) => {
    expect(mayLoad(address)).toBe(allowed);
  });

  it.each([
    [{ address: 'app://parley/', isMainFrame: true }, true],
    [{ address: 'app://parley/', isMainFrame: false }, false],
    [{ address: 'https://example.org/', isMainFrame: true }, false],
    [null, false],
  ])('a message of %j is trusted: %s', (sender, trusted) => {
    expect(isTrustedSender(sender)).toBe(trusted);
  });

  it('a crashed page is loaded again three times in a minute, not more', () => {
    expect(mayReload([], 1000)).toBe(true);
    expect(mayReload([0, 10, 20], 1000)).toBe(false);
    expect(mayReload([0, 10, 20], 100_000)).toBe(true);
  });
});
