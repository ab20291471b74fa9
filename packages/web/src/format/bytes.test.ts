import { expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';

test.each([
  [0, '0 B'],
  [820, '820 B'],
  [91_022, '91 kB'],
  [48_211_002, '48.2 MB'],
  [2_100_000_000, '2.1 GB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes).replace('\u00a0', ' ')).toBe(text));
