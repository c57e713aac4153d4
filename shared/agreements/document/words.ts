import { ParleyError } from '#shared/errors.ts';
import { en, type AgreementWords } from './en.ts';

export type { AgreementWords } from './en.ts';

/** The texts of a language. Throws `invalid-input` where the printed agreement does not speak it yet. */
export function agreementWords(language: string): AgreementWords {
  if (language === 'en') return en;
  throw new ParleyError('invalid-input', `The agreement cannot be printed in the language ${language} yet.`, { wayOut: 'Export it in en.' });
}
