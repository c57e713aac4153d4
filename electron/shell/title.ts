const product = 'Parley';

/** `Agreements · North IT · Parley`: the page's own title with the workspace in it, so that windows of two workspaces can be told apart. */
export function windowTitle(pageTitle: string, workspaceName: string | null): string {
  const place = pageTitle === product ? '' : pageTitle.replace(new RegExp(` · ${product}$`), '');
  return [place, workspaceName ?? '', product].filter((part) => part !== '').join(' · ');
}
