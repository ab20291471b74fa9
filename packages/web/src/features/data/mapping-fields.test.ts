import type { Mapping } from '@continuo/contract';
import { expect, test } from 'vitest';
import { withColumn } from './mapping-fields.tsx';

const NONE = { score: null, scale: null, time: '', text: null } as unknown as Mapping;

test('a score comes with the scale that the page shows for it', () => {
  expect(withColumn(NONE, 'score', 'NPS')).toMatchObject({ score: 'NPS', scale: '0-10' });
  expect(withColumn({ ...NONE, scale: '1-5' }, 'score', 'Stars')).toMatchObject({ score: 'Stars', scale: '1-5' });
  expect(withColumn(NONE, 'score', '')).toMatchObject({ score: null, scale: null });
});
