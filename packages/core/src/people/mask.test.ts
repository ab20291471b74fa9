import { expect, test } from 'vitest';
import { maskContacts } from './mask.ts';

test.each([
  ['Write to ana.b+x@mail.example.org please', 'Write to ••• please'],
  ['Call +34 600 123 456 or (613) 555-0100', 'Call ••• or •••'],
  ['Flight MS 1204 on 21.10.2026 cost 142 $', 'Flight MS 1204 on 21.10.2026 cost 142 $'],
  ['4 times in 46 h', '4 times in 46 h'],
  ['', ''],
])('%s', (text, masked) => expect(maskContacts(text)).toBe(masked));
