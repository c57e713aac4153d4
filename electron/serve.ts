import { enableCompileCache } from 'node:module';

// Compiling the bundle is most of the start; kept compiled, it is half of it. What follows must be loaded after this.
enableCompileCache();
const { runBrowserHost } = await import('./server/host.ts');
await runBrowserHost(process.argv.slice(2));
