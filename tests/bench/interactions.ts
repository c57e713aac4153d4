import type { Page } from 'playwright-core';
import { buildIfNeeded } from '#build/build-if-needed.ts';
import { findChromium } from '#build/find-tools.ts';
import { launchChromium, startServer } from '#tests/e2e/hosts.ts';
import { openRealWorkspace, realYear } from './real-workspace.ts';
import { percentile, skippedRow, type BenchRow } from './row.ts';

const mostMs = 100;
const name = 'p95 of 50 interactions on the real log (Event Timing)';
/** Event Timing tells nothing below this; a quicker interaction counts as this long. */
const shortestMs = 16;
/** Long enough for the answer of every call to be on the screen before the next interaction. */
const restMs = 250;
/** Long enough for a page and its first answers. */
const arrivalMs = 3000;

/** One press of a key or one click, as a person does it. `repeat` times in a row. */
type Step = { readonly kind: 'click' | 'key'; readonly repeat: number; act(page: Page, turn: number): Promise<void> };
type Scene = { readonly path: string; readonly steps: readonly Step[] };

/** Fifty clicks and keys over compliance, tickets, a ticket's ledger, a draft and the navigation, against the same events on an empty page. */
export async function benchInteractions(): Promise<BenchRow[]> {
  if (findChromium() === null) return [skippedRow(name, 'no Chromium')];
  const workspace = await openRealWorkspace();
  if (workspace === null) return [skippedRow(name, 'the log is not here')];
  await buildIfNeeded();
  await workspace.close();
  const server = await startServer(['--data', workspace.data, '--config', workspace.config]);
  const browser = await launchChromium();
  try {
    const scenes = scenesOf(workspace.agreement);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.addInitScript(observe);
    await page.goto(server.address);
    await page.getByRole('navigation').first().waitFor();
    const origin = server.address.split('/#')[0] ?? '';
    const own: number[] = [];
    for (const scene of scenes) {
      await page.goto(`${origin}${scene.path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(arrivalMs);
      own.push(...(await measure(page, scene.steps)));
    }
    const peer = await measureEmpty(await browser.newPage({ viewport: { width: 1280, height: 800 } }), scenes.flatMap((scene) => scene.steps));
    const [ours, empty] = [percentile(own, 0.95), percentile(peer, 0.95)];
    return [{ name: `p95 of ${own.length} interactions on the real log (Event Timing; the slowest ${Math.max(...own)} ms)`, peer: `the same events on an empty page (${empty} ms)`, value: ours, unit: 'ms', ratio: ours / empty, limit: `under ${mostMs} ms`, pass: ours < mostMs }];
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
    await workspace.remove();
  }
}

function scenesOf(agreement: string): Scene[] {
  const tickets = `?term=T-003&from=${realYear.from}&to=${realYear.to}`;
  return [
    { path: `/agreements/${agreement}/compliance?last=2017-02`, steps: [click(['%', 'Interval', 'Met of all'], 3), key('ArrowRight', 4), key('ArrowDown', 3)] },
    { path: `/agreements/${agreement}/tickets${tickets}`, steps: [row(1, 6), key('ArrowDown', 6), key('j', 2)] },
    { path: `/agreements/${agreement}/draft?term=T-001`, steps: [outline(['Priorities', 'Service level targets', 'Service hours', 'Parties and roles'], 4), key('Tab', 4)] },
    { path: '/monitoring/tickets', steps: [heading(['Ticket', 'State', 'Priority', 'Opened'], 4), key('ArrowDown', 6)] },
    { path: '/agreements', steps: [navigation(['Customers', 'Services', 'Monitoring', 'Agreements'], 4), key('Control+k', 1), key('i', 1), key('n', 1), key('Escape', 1)] },
  ];
}

function click(names: readonly string[], repeat: number): Step {
  return { kind: 'click', repeat, act: (page, turn) => page.getByText(names[turn % names.length] ?? '', { exact: true }).last().click() };
}

function navigation(names: readonly string[], repeat: number): Step {
  return { kind: 'click', repeat, act: (page, turn) => page.getByRole('navigation').getByRole('link', { name: names[turn % names.length] ?? '' }).first().click() };
}

function outline(names: readonly string[], repeat: number): Step {
  return { kind: 'click', repeat, act: (page, turn) => page.getByText(names[turn % names.length] ?? '', { exact: true }).first().click() };
}

function heading(names: readonly string[], repeat: number): Step {
  return { kind: 'click', repeat, act: (page, turn) => page.getByRole('columnheader', { name: names[turn % names.length] ?? '' }).first().click() };
}

function row(first: number, repeat: number): Step {
  return { kind: 'click', repeat, act: (page, turn) => page.getByRole('row').nth(first + 1 + turn).click() };
}

function key(pressed: string, repeat: number): Step {
  return { kind: 'key', repeat, act: (page) => page.keyboard.press(pressed) };
}

async function measure(page: Page, steps: readonly Step[]): Promise<number[]> {
  const times: number[] = [];
  for (const step of steps) {
    for (let turn = 0; turn < step.repeat; turn += 1) {
      await page.evaluate(() => Reflect.set(window, 'longestInteraction', 0));
      await step.act(page, turn);
      await page.waitForTimeout(restMs);
      const longest = await page.evaluate(() => Number(Reflect.get(window, 'longestInteraction')));
      times.push(Math.max(shortestMs, longest));
    }
  }
  return times;
}

async function measureEmpty(page: Page, steps: readonly Step[]): Promise<number[]> {
  await page.addInitScript(observe);
  await page.goto('data:text/html,<!doctype html><title>Empty</title><button>one</button>');
  return await measure(page, steps.map((step) => ({ ...step, act: () => (step.kind === 'click' ? page.mouse.click(20, 20) : page.keyboard.press('ArrowDown')) })));
}

/** Runs in the page: keeps the longest time from an input to the next paint. */
function observe(): void {
  Reflect.set(window, 'longestInteraction', 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Number(Reflect.get(entry, 'interactionId')) > 0) Reflect.set(window, 'longestInteraction', Math.max(Number(Reflect.get(window, 'longestInteraction')), entry.duration));
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
