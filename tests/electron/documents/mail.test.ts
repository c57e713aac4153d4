import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailAddress, mailDraft, type MailDraft } from '#electron/documents/mail.ts';

const base: MailDraft = {
  from: { name: 'Cy Moor', email: 'cy@north.example' }, to: [{ name: 'Ann Lee', email: 'ann@acme.example' }], cc: [], subject: 'SLA-2026-0001: Mail SLA, version 1', text: 'Hello,\n\nAttached.\n', at: Date.UTC(2026, 10, 24, 14, 26),
  attachment: { name: 'SLA-2026-0001-v1.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: new Uint8Array([80, 75, 3, 4, 0, 255]) }, boundary: 'parley-0123456789abcdef',
};
const everyScript = 'Ärger, Ελλάδα «Кириллица» עברית العربية हिन्दी 日本語 👩🏽‍🚀';

async function parsed(more: Partial<MailDraft> = {}) {
  const bytes = mailDraft({ ...base, ...more });
  return { bytes, text: new TextDecoder().decode(bytes), mail: await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }) };
}

describe('an unsent message with a file', () => {
  it('opens as a draft with its people, subject, text and date', async () => {
    const { mail } = await parsed({ cc: [{ name: 'Bo Ek', email: 'bo@acme.example' }] });
    expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
    expect(mail.from).toMatchObject({ name: 'Cy Moor', address: 'cy@north.example' });
    expect(mail.to).toMatchObject([{ name: 'Ann Lee', address: 'ann@acme.example' }]);
    expect(mail.cc).toMatchObject([{ name: 'Bo Ek', address: 'bo@acme.example' }]);
    expect(mail.subject).toBe(base.subject);
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe('Hello,\n\nAttached.');
    expect(mail.date).toBe('2026-11-24T14:26:00.000Z');
  });

  it('carries the file byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
    const { mail } = await parsed({ attachment: { ...base.attachment, bytes } });
    expect(mail.attachments).toMatchObject([{ filename: 'SLA-2026-0001-v1.docx', mimeType: base.attachment.mediaType, disposition: 'attachment' }]);
    expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
  });

  it.each([
    ['every script', everyScript, `${everyScript}.docx`],
    ['quotation marks and commas', 'Moor, "Cy" (North)', 'a "b" c.docx'],
    ['a long name', 'Ö'.repeat(300), `${'ß'.repeat(200)}.docx`],
    ['what looks like an encoded word', '=?UTF-8?Q?no?=', '=?x.docx'],
  ])('%s: names, subject and file name come back as they were', async (_rule, name, file) => {
    const { mail } = await parsed({ to: [{ name, email: 'ann@acme.example' }], subject: name, attachment: { ...base.attachment, name: file } });
    expect(mail.to).toMatchObject([{ name, address: 'ann@acme.example' }]);
    expect(mail.subject).toBe(name);
    expect(mail.attachments[0]?.filename).toBe(file);
  });

  it('has lines of at most 78 characters, the media type apart, that end with CR LF, all in ASCII', async () => {
    const { text } = await parsed({ to: [{ name: everyScript, email: 'ann@acme.example' }, { name: 'B'.repeat(60), email: 'b@acme.example' }], subject: everyScript.repeat(5), text: everyScript, attachment: { ...base.attachment, name: `${everyScript.repeat(3)}.docx` } });
    expect(Math.max(...text.split('\r\n').filter((line) => !line.includes(base.attachment.mediaType)).map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(text.replaceAll('\r\n', '')).toMatch(/^[\u0020-\u007e]*$/u);
  });

  it('no text begins a header of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        const { mail } = await parsed({ to: [{ name: `${text}\r\nBcc: eve@evil.example`, email: 'ann@acme.example' }], subject: `${text}\r\nBcc: eve@evil.example`, attachment: { ...base.attachment, name: `${text}\r\n\r\n<html>.docx` } });
        expect(mail.bcc ?? []).toEqual([]);
        expect(mail.headers.map((header) => header.key)).not.toContain('bcc');
        expect(mail.attachments).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('without people or a sender it is still a draft', async () => {
    const { mail } = await parsed({ from: null, to: [] });
    expect(mail.from).toBeUndefined();
    expect(mail.to ?? []).toEqual([]);
    expect(mail.attachments).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each([
    ['ann@acme.example', 'ann@acme.example'], [' ann.lee+sla@acme.example ', 'ann.lee+sla@acme.example'], ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@acme.example, eve@evil.example', null], ['ann@acme.example\r\nBcc: eve@evil.example', null], ['"ann lee"@acme.example', null], ['änn@acme.example', null], ['ann@', null], ['@acme.example', null], ['ann', null],
  ])('%j goes as %j', (email, expected) => expect(mailAddress('Ann', email)?.email ?? null).toBe(expected));
});
