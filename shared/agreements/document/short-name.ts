import type { PrintedOrganisation } from './print.ts';

/** Legal forms that a sentence leaves out. */
const legalForms = /[,\s]+(?:ag|se|gmbh(?:\s*&\s*co\.?\s*kg(?:aa)?)?|mbh(?:\s*&\s*co\.?\s*kg(?:aa)?)?|kg|kgaa|ohg|e\.?\s?v\.?|ltd\.?|limited|plc|llc|llp|inc\.?|incorporated|corp\.?|corporation|co\.?|s\.?a\.?r?\.?l?\.?|s\.?a\.?s\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|s\.?l\.?(?:u\.?)?|b\.?v\.?|n\.?v\.?|a\/?s|ab|oy|oyj|as|asa|aps|sp\.?\s?z\s?o\.?\s?o\.?|pty|k\.?k\.?)$/iu;

/** How sentences call an organisation: its own short name, else its name without the legal form. */
export function shortNameOf(organisation: string, known: readonly PrintedOrganisation[]): string {
  const own = known.find((one) => one.name === organisation)?.shortName?.trim();
  if (own !== undefined && own !== '') return own;
  const short = organisation.replace(legalForms, '').trim();
  return short === '' ? organisation : short;
}
