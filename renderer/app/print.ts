/** Paper is light: for as long as something is printed the page is too, whatever the theme. */
export function printInLight(): void {
  const page = document.documentElement;
  let shown: string | null = null;
  window.addEventListener('beforeprint', () => {
    shown ??= page.getAttribute('data-mantine-color-scheme');
    page.setAttribute('data-mantine-color-scheme', 'light');
  });
  window.addEventListener('afterprint', () => {
    if (shown !== null) page.setAttribute('data-mantine-color-scheme', shown);
    shown = null;
  });
}
