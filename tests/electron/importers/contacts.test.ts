import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readContacts } from '#electron/importers/contacts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-contacts-'));

async function read(name: string, content: string | Buffer) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return readContacts(file, name);
}

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

it.each([
  ['3.0, escaped and folded', card('VERSION:3.0', 'FN:Ann\\, Lee', 'N:Lee;Ann;;;', 'ORG:Acme \\; Co;Sales', 'EMAIL;TYPE=INTERNET,HOME:home@x.example', 'EMAIL;TYPE=WORK:an', ' n@acme.example', 'TITLE:Head of\\nIT'),
    { name: 'Ann, Lee', organisation: 'Acme ; Co', email: 'ann@acme.example', jobTitle: 'Head of IT' }],
  ['4.0, preference, groups and uris', card('VERSION:4.0', 'N:Lee;Ann;;;', 'item1.ORG:Acme', 'EMAIL;PREF=2:b@x.example', 'EMAIL;PREF=1:a@x.example', 'TEL;VALUE=uri;TYPE="voice,work":tel:+49-30-1', 'TEL;TYPE=fax,pref:+49 2'),
    { name: 'Ann Lee', organisation: 'Acme', email: 'a@x.example', phone: '+49-30-1' }],
  ['2.1, quoted-printable over several lines in a set of its own', card('VERSION:2.1', 'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=', '=C3=BCller', 'ORG;QUOTED-PRINTABLE:Stra=DFe', 'TEL;FAX:9', 'TEL;WORK;VOICE:1'),
    { name: 'Jörg Müller', organisation: 'Straße', phone: '1' }],
  ['a photograph is stepped over', card('VERSION:3.0', 'FN:Ann Lee', 'ORG:Acme', `PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(20)}`, ...Array.from({ length: 500 }, () => ` ${'QUJD'.repeat(18)}`), 'EMAIL:a@x.example'),
    { name: 'Ann Lee', organisation: 'Acme', email: 'a@x.example' }],
  ['a card inside a card is another one\'s', card('VERSION:2.1', 'FN:Ann Lee', 'AGENT:', 'BEGIN:VCARD', 'FN:Bo Lind', 'END:VCARD', 'ORG:Acme'), { name: 'Ann Lee', organisation: 'Acme' }],
])('reads vCard %s', async (_what, text, expected) => {
  expect(await read('a.vcf', text)).toMatchObject({ kind: 'vcard', contacts: [{ ...expected, fault: null, line: 1 }] });
});

it('puts a character together that a fold cut in two', async () => {
  const whole = Buffer.from(card('VERSION:3.0', 'FN:Zoë Ångström', 'ORG:Acme'), 'utf8');
  const cut = whole.indexOf(Buffer.from('ë', 'utf8')) + 1;
  const folded = Buffer.concat([whole.subarray(0, cut), Buffer.from('\r\n '), whole.subarray(cut)]);
  expect(await read('b.vcf', folded)).toMatchObject({ contacts: [{ name: 'Zoë Ångström' }] });
});

it.each([
  ['utf-16le', Buffer.from(`\uFEFF${card('FN:Łukasz', 'ORG:Ω')}`, 'utf16le'), 'Łukasz'],
  ['utf-8', Buffer.from(`\uFEFF${card('FN:ليلى', 'ORG:Ω')}`, 'utf8'), 'ليلى'],
  ['windows-1252', Buffer.from(card('FN:Jürgen Weiß', 'ORG:Bäckerei Müller & Söhne', 'TITLE:Geschäftsführer für Öffentlichkeitsarbeit'), 'latin1'), 'Jürgen Weiß'],
])('reads a file in %s', async (_encoding, bytes, name) => {
  expect(await read('c.vcf', bytes)).toMatchObject({ contacts: [{ name, fault: null }] });
});

it('tells a group and a card that ends in the middle from a person', async () => {
  const { contacts } = await read('d.vcf', `${card('KIND:group', 'FN:Team')}BEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nBEGIN:VCARD\nFN:Cy`);
  expect(contacts.map(({ name, fault }) => [name, fault])).toEqual([['Team', 'group'], ['Ann', 'cut-off'], ['Bo', null], ['Cy', 'cut-off']]);
});

it.each([
  ['Outlook', 'First Name,Middle Name,Last Name,Company,Job Title,Business Phone,E-mail Address\nAnn,,Lee,Acme,CIO,1,a@x.example\n', { name: 'Ann Lee', organisation: 'Acme', jobTitle: 'CIO', phone: '1', email: 'a@x.example' }],
  ['Google', 'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\nAnn,Lee,Acme,CIO,Work,a@x.example,1\n', { name: 'Ann Lee', organisation: 'Acme', email: 'a@x.example', phone: '1' }],
  ['German with semicolons', 'Vorname;Nachname;Firma;Position;E-Mail-Adresse;Telefon geschäftlich\nJörg;Müller;"Acme; Co";Leiter;j@x.example;1\n', { name: 'Jörg Müller', organisation: 'Acme; Co', phone: '1' }],
  ['tabs', 'Name\tCompany\tMobile\nAnn Lee\tAcme\t1\n', { name: 'Ann Lee', organisation: 'Acme', phone: '1' }],
])('reads CSV as %s writes it', async (_what, text, expected) => {
  expect(await read('e.csv', text)).toMatchObject({ kind: 'csv', contacts: [{ ...expected, line: 2 }] });
  expect(await read('f.csv', Buffer.from(text, 'latin1'))).toMatchObject({ contacts: [expected] });
});

it.each([
  ['g.vcf', 'hello', /does not begin with BEGIN:VCARD/u],
  ['h.csv', 'Colour,Size\nred,1\nblue,2\n', /no column with names/u],
  ['i.csv', '', /empty/u],
])('refuses %s', async (name, content, message) => {
  await expect(read(name, content)).rejects.toThrow(message);
});
