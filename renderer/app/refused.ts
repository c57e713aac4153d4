/** What the host says in the page where it could not open the workspace, as it stands there; null where it could. */
export function refusedText(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="parley-refused"]')?.content ?? null;
}

/** Whether the host could not open the workspace. */
export function isRefused(): boolean {
  return refusedText() !== null;
}
