import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { missingPackage, packagedProgram, startProgram } from './packaged.ts';
import { startParley } from './steps.ts';

it('The packaged program starts, keeps an organisation over a restart, and does its long work from inside its archive', async (test) => {
  const reason = missingPackage();
  if (reason !== null) test.skip(reason);
  const program = await packagedProgram();
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-packaged-'));
  const config = ['--config', path.join(folder, 'config')];
  let running = await startProgram(program, ['--data', folder, ...config]);
  onTestFinished(async () => {
    await running.end();
    rmSync(folder, { recursive: true, force: true });
  });

  await running.page.getByRole('heading', { name: 'Your own organisation' }).waitFor();
  await startParley(running.page, { organisation: 'North IT', person: 'Ann Lee' });
  await running.end();

  // As a file manager names the file that was double-clicked.
  running = await startProgram(program, [...config, pathToFileURL(path.join(folder, 'workspace.parley')).href]);
  const { page } = running;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('North IT').first().waitFor();
  await page.getByRole('button', { name: 'Check the workspace' }).click();
  await page.getByText('The file and its history are whole').waitFor();
  expect(await page.getByRole('heading', { name: 'Your own organisation' }).count()).toBe(0);
});
