import { printWhenReady } from '#renderer/ui/use-printing.ts';

/** The browser's own key for printing waits for rows that are not read yet. */
export function printByKey(): void {
  window.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'p' || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void printWhenReady();
  });
}

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
