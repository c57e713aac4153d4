import { wizardSearchSchema, type WizardSearch } from './search.ts';

/** Keeps where an import was started, so that its bar in the navigation's foot leads back to it, also after a reload. */
export function rememberRun(job: string, search: WizardSearch): void {
  sessionStorage.setItem(keyOf(job), JSON.stringify({ ...search, step: 'run', job }));
}

/** The address of a running import; the bare one of its job where it was started in another window. */
export function addressOfRun(job: string): WizardSearch {
  const kept = sessionStorage.getItem(keyOf(job));
  const bare: WizardSearch = { step: 'run', job };
  if (kept === null) return bare;
  try {
    return wizardSearchSchema.parse(JSON.parse(kept));
  } catch (error) {
    if (error instanceof SyntaxError) return bare;
    throw error;
  }
}

function keyOf(job: string): string {
  return `parley.import.${job}`;
}
