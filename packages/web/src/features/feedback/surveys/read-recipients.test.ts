import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_RECIPIENTS, readRecipients } from './read-recipients.ts';

test.each([
  ['hazel@example.org', [{ email: 'hazel@example.org' }]],
  ['hazel@example.org, C-17, fr', [{ email: 'hazel@example.org', person: 'C-17', language: 'fr' }]],
  ['Hazel Wren <hazel@example.org>', [{ email: 'hazel@example.org' }]],
  ['hazel@example.org;fr-CA', [{ email: 'hazel@example.org', language: 'fr' }]],
  ['hazel@example.org\t"C, 17"', [{ email: 'hazel@example.org', person: 'C, 17' }]],
  ['email,name,language\nhazel@example.org,Hazel,es', [{ email: 'hazel@example.org', language: 'es' }]],
  ['Customer ID;E-mail\nC-17;hazel@example.org\n', [{ email: 'hazel@example.org', person: 'C-17' }]],
  ['', []],
] as const)('%j', (text, recipients) => {
  expect(readRecipients(text)).toEqual({ recipients, unread: [], leftOut: 0 });
});

test('a line without an address is said, never guessed at', () => {
  expect(readRecipients('hazel@example.org\nhazel at example\n@').unread).toEqual(['hazel at example', '@']);
  expect(readRecipients('no address here').unread).toEqual(['no address here']);
});

test('what is more than can be asked at once is counted', () => {
  const many = Array.from({ length: MOST_RECIPIENTS + 3 }, (_, n) => `c${n}@example.org`).join('\n');
  expect(readRecipients(many)).toMatchObject({ leftOut: 3 });
});

test('whatever is pasted is read, and every line is either asked or said', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 6 }), (lines) => {
      const { recipients, unread } = readRecipients(`x@example.org\n${lines.join('\n')}`);
      const asked =
        lines
          .join('\n')
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '').length + 1;
      expect(recipients.length + unread.length).toBe(asked);
    }),
    { numRuns: 100 },
  );
});
