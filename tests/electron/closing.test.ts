import { expect, it } from 'vitest';
import { openCore } from '#electron/core.ts';
import { emptyFolder } from '#tests/fixtures/core.ts';

it('closes a workspace once, however often it is asked to', async () => {
  const folder = emptyFolder();
  const core = openCore({ data: folder, config: `${folder}/config` });
  const both = Promise.all([core.close(), core.close()]);
  await both;
  await core.close();
  expect(() => core.context.store.read((reader) => reader.value('SELECT 1'))).toThrow(/not open/u);
});
