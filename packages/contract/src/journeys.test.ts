import { blankJourney, blankStep, type Edit } from '@continuo/core';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { editSchema } from './journey-edits.ts';
import { openApi } from './openapi.ts';
import { JOURNEY_FILE_ROUTES, JOURNEY_ROUTES } from './routes/journeys.ts';
import { scopeSchema } from './scope.ts';

test.each<[string, Edit]>([
  ['a title', { kind: 'set-journey', field: 'title', value: 'I buy' }],
  ['a step', { kind: 'add-block', block: blankStep('pay', 'I pay'), into: 's1', after: null }],
  [
    'matchers',
    { kind: 'set-step', id: 'pay', field: 'matchers', value: [{ events: ['Paid'], where: [], channels: [] }] },
  ],
  ['everything', { kind: 'replace', contract: blankJourney('buy', 'I buy') }],
])('an edit of %s passes as it is', (_, edit) => {
  expect(editSchema.parse(edit)).toEqual(edit);
});

test.each([
  ['a field there is not', { kind: 'set-step', id: 'pay', field: 'id', value: 'x' }],
  ['a value the field cannot hold', { kind: 'set-step', id: 'pay', field: 'isOwed', value: 'yes' }],
  ['an id that is a word of the language', { kind: 'remove-block', id: 'constructor' }],
  ['something beside it', { kind: 'remove-block', id: 'pay', why: 'x' }],
  ['a kind there is not', { kind: 'drop', id: 'pay' }],
])('%s is refused', (_, edit) => {
  expect(editSchema.safeParse(edit).success).toBe(false);
});

test('the schema takes and gives edits', () => {
  expectTypeOf<z.output<typeof editSchema>>().toEqualTypeOf<Edit>();
});

test('unit and journey belong together', () => {
  expect(scopeSchema.safeParse({ unit: 'journey' }).success).toBe(false);
  expect(scopeSchema.safeParse({ journey: { key: 'buy' } }).success).toBe(false);
  expect(scopeSchema.parse({ unit: 'journey', journey: { key: 'buy' } }).journey).toEqual({
    key: 'buy',
    judgedBy: 'in-force',
  });
});

test('every reference of the OpenAPI document finds its schema', () => {
  const document = openApi('1') as { paths: object; components: { schemas: Record<string, unknown> } };
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string);
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references))
    expect(
      reference
        .slice(2)
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document),
      reference,
    ).toBeDefined();
});

test('who reads a map changes nothing, who changes it is an editor at least and leaves a trace', () => {
  for (const route of [...Object.values(JOURNEY_ROUTES), ...Object.values(JOURNEY_FILE_ROUTES)]) {
    if (route.audit !== null) expect([route.path, route.role]).not.toEqual([route.path, 'viewer']);
    if (route.method === 'GET') expect([route.path, route.audit]).toEqual([route.path, null]);
  }
});
