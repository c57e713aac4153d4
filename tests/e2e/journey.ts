import { describe, it } from 'vitest';
import { hostNames, missingHost, openParley, type OpenOptions, type OpenParley } from './hosts.ts';

/** One journey, told once and walked in both hosts; a host that this machine lacks is skipped with its reason. `options` as a function is asked for each host, so that none sees what the other did. */
export function journey(title: string, walk: (app: OpenParley) => Promise<void>, options: OpenOptions | (() => Promise<OpenOptions>) = {}): void {
  describe(title, () => {
    for (const host of hostNames) {
      it(`in ${host === 'chromium' ? 'the browser' : 'the desktop window'}`, async (test) => {
        const reason = missingHost(host);
        if (reason !== null) test.skip(reason);
        const app = await openParley(host, typeof options === 'function' ? await options() : options);
        try {
          await walk(app);
        } finally {
          await app.close();
        }
      });
    }
  });
}
