import { expect, test } from 'vitest';
import { checksumOf } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

// What a release has applied somewhere may never change: a mistake is mended by a further step.
test('released migrations are what they were', () => {
  expect(MIGRATIONS.slice(0, 1).map(checksumOf)).toEqual([
    '9cfd7ec49fca693167c8f897f31d54161a68fff8bc730875dbfddb4fabfd7d57',
  ]);
});

test('migrations are numbered from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, i) => i + 1));
});
