import { describe, expect, test } from 'vitest';
import { type Beside, readBeside, writeBeside } from './beside.ts';

const BESIDES: readonly Beside[] = [
  { kind: 'version', version: 12 },
  { kind: 'before' },
  { kind: 'days', from: '2026-08-31', to: '2026-09-27' },
  { kind: 'customers', filters: [{ kind: 'attribute', attribute: 'brand', values: ['Maple Sun', 'a;b|c'] }] },
  { kind: 'customers', filters: [] },
];

describe('what stands beside a map, in an address', () => {
  test.each(BESIDES)('%j comes back', (beside) => expect(readBeside(writeBeside(beside))).toEqual(beside));
  test.each(['', 'v0', 'version', '2026-09-27..2026-08-31', '2026-13-01..2026-13-02', 'f;nonsense', undefined])(
    '%j is nothing',
    (text) => expect(readBeside(text)).toBeNull(),
  );
});
