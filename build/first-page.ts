import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

/**
 * Has the browser fetch the code of the first page together with the entry, instead of after it: every chunk and style that these
 * sources need, and the typeface.
 */
export function firstPage(sources: readonly string[]): Plugin {
  return {
    name: 'parley-first-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return [];
        const files = [...filesOf(bundle, sources)].filter((file) => !html.includes(file)).map((file) => tagOf(file));
        const faces = Object.keys(bundle).filter((file) => file.endsWith('.woff2')).map((file) => link('preload', file, { as: 'font', type: 'font/woff2' }));
        return [...faces, ...files];
      },
    },
  };
}

function filesOf(bundle: Rollup.OutputBundle, sources: readonly string[]): ReadonlySet<string> {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<string>();
  const visit = (chunk: Rollup.OutputChunk): void => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const file of chunk.imports) {
      const next = byFile.get(file);
      if (next !== undefined) visit(next);
    }
  };
  for (const source of sources) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(source)));
    if (chunk === undefined) throw new Error(`The first page needs ${source}, which is in no chunk.`);
    visit(chunk);
  }
  return found;
}

function tagOf(file: string): HtmlTagDescriptor {
  return file.endsWith('.css') ? link('stylesheet', file) : link('modulepreload', file);
}

function link(rel: string, file: string, more: Readonly<Record<string, string>> = {}): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel, crossorigin: true, href: `/${file}`, ...more } };
}
