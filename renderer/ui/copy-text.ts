/** Fills the clipboard through the page's copy event, which needs no permission where a person has just pressed something. False where nothing was taken. */
export function copyWith(put: (clipboard: DataTransfer) => void): boolean {
  let isTaken = false;
  const take = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    put(event.clipboardData);
    isTaken = true;
  };
  document.addEventListener('copy', take, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
  return isTaken;
}

/** Puts a text on the clipboard. */
export function copyText(text: string): void {
  copyWith((clipboard) => clipboard.setData('text/plain', text));
}
