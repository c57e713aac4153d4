import type { DocumentLanguage } from '#shared/documents/model.ts';
import { de } from './de.ts';
import { en, type AgreementWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { AgreementWords } from './en.ts';

const languages: Readonly<Record<DocumentLanguage, AgreementWords>> = { en, de, fr, es };

/** The texts of a language of the printed agreement. */
export function agreementWords(language: DocumentLanguage): AgreementWords {
  return languages[language];
}
