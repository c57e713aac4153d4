import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DigestText } from '#electron/importers/digest-text.ts';

test('the hash is that of the text, whatever was hashed before', () => {
  const text = new DigestText();
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.maxSafeInteger())), (parts) => {
      text.begin('');
      for (const part of parts) {
        if (typeof part === 'string') text.add(part);
        else text.addNumber(part);
      }
      expect(Buffer.from(text.sha256()).toString('hex')).toBe(createHash('sha256').update(parts.join('')).digest('hex'));
    }),
  );
});
