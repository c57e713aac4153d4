import type { ReadContact } from '#shared/people/contacts.ts';
import { cleanLine } from '#shared/format/text.ts';
import { ParleyError } from '#shared/errors.ts';
import type { ImportInput } from './input.ts';
import { readRecords } from './records.ts';
import { sniffInput } from './sniff.ts';

type Column = 'name' | 'given' | 'middle' | 'family' | 'organisation' | 'email' | 'phone' | 'mobile' | 'jobTitle';

/** Heads of address books as Outlook, Google, Apple and spreadsheets write them, in English, German, French and Spanish; letters and figures alone are compared. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'contact', 'contactname', 'person', 'anzeigename', 'vollstandigername', 'kontakt', 'nomcomplet', 'nometprenom', 'nombrecompleto', 'contacto'],
  given: ['firstname', 'givenname', 'forename', 'vorname', 'prenom', 'nombre', 'nombredepila'],
  middle: ['middlename', 'additionalname', 'weiterevornamen', 'deuxiemeprenom', 'segundonombre'],
  family: ['lastname', 'familyname', 'surname', 'nachname', 'familienname', 'nom', 'nomdefamille', 'apellidos', 'apellido'],
  organisation: ['organisation', 'organization', 'organisationname', 'organizationname', 'organization1name', 'company', 'companyname', 'firm', 'customer', 'account', 'accountname', 'firma', 'unternehmen', 'kunde', 'societe', 'entreprise', 'client', 'empresa', 'cliente', 'organizacion', 'compania'],
  email: ['email', 'emailaddress', 'email1value', 'email1address', 'mail', 'primaryemail', 'workemail', 'emailadresse', 'email1', 'adressedemessagerie', 'adresseemail', 'courriel', 'direcciondecorreoelectronico', 'correoelectronico', 'correo'],
  phone: ['phone', 'telephone', 'phonenumber', 'tel', 'businessphone', 'workphone', 'phone1value', 'primaryphone', 'telefon', 'telefongeschaftlich', 'telephonebureau', 'telephoneprofessionnel', 'telefono', 'telefonodeltrabajo'],
  mobile: ['mobile', 'mobilephone', 'cell', 'cellphone', 'mobiltelefon', 'handy', 'telmobile', 'telephonemobile', 'movil', 'telefonomovil'],
  jobTitle: ['jobtitle', 'title', 'position', 'role', 'function', 'organizationtitle', 'organization1title', 'funktion', 'titre', 'fonction', 'poste', 'puesto', 'cargo'],
};

/** Reads contacts of a delimited file by the heads of its columns. Throws `invalid-input` where no head says which column is the name. */
export function readContactsCsv(input: ImportInput): { contacts: ReadContact[]; encoding: string } {
  const { encoding, dialect } = sniffInput(input);
  const compared = dialect.header.map(comparable);
  const at = (column: Column): number[] => compared.flatMap((head, index) => (heads[column].includes(head) ? [index] : []));
  const places = Object.fromEntries(Object.keys(heads).map((column) => [column, at(column as Column)])) as Record<Column, number[]>;
  if (places.name.length + places.given.length + places.family.length === 0) {
    throw new ParleyError('invalid-input', `${input.name} has no column with names. Its columns are ${dialect.header.slice(0, 8).join(', ')}.`, { details: [{ path: 'file', message: 'no column of names' }], wayOut: 'Give the column of names the head Name, or First name and Last name.' });
  }
  const contacts: ReadContact[] = [];
  readRecords(input.file, encoding.label, dialect, ({ fields, line }) => {
    const of = (column: Column): string => places[column].map((index) => cleanLine(fields[index] ?? '')).find((text) => text !== '') ?? '';
    if (fields.every((field) => field.trim() === '')) return;
    contacts.push({
      line, organisation: of('organisation'), email: of('email'), phone: of('phone') || of('mobile'), jobTitle: of('jobTitle'), fault: null,
      name: of('name') || [of('given'), of('middle'), of('family')].filter((part) => part !== '').join(' '),
    });
  }, () => undefined);
  return { contacts, encoding: encoding.label };
}

/** "E-mail 1 – Value" as "email1value"; accents do not count. */
function comparable(head: string): string {
  return head.normalize('NFD').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
