import type { Store } from '#db/store.ts';
import type { ImportSettings } from '#shared/imports/model.ts';
import type { Preview } from '#shared/imports/screen-model.ts';

export async function previewImport(_store: Store, _order: { readonly file: string; readonly name: string; readonly settings: ImportSettings }): Promise<Preview> {
  throw new Error('not yet');
}
