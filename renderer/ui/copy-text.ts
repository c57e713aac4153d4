/** Puts a text on the clipboard through the page's copy event, which needs no permission where a person has just pressed something. */
export function copyText(text: string): void {
  const take = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', take, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
}
