import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeJourneyFile } from '../file/write-journey.ts';
import { starters } from '../starters.ts';
import { anyContract } from '../testing/any-contract.ts';
import { journeySchema } from './journey-schema.ts';

const ajv = new Ajv.default({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(journeySchema());

// CONTINUO_WRITE_SCHEMA=1 writes it anew; the formatter breaks its lines.
test('the schema in the repository is this one', () => {
  const file = new URL('../../journey.schema.json', import.meta.url);
  if (process.env.CONTINUO_WRITE_SCHEMA) writeFileSync(file, `${JSON.stringify(journeySchema(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(journeySchema());
});

test.each(starters().map(({ key, yaml }) => [key, yaml]))('the starter %s fits it', (_, yaml) => {
  validate(parse(yaml));
  expect(validate.errors).toBeNull();
});

test('any map that is written fits it', () => {
  fc.assert(
    fc.property(anyContract, (contract) => {
      validate(JSON.parse(writeJourneyFile(contract, 'json')));
      expect(validate.errors).toBeNull();
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['no title', {}],
  ['an unknown key', { journey: 'I wait', stegs: [] }],
  ['an unknown key of a step', { journey: 'I wait', stages: { A: [{ step: 'I', ows: true }] } }],
  ['an unknown kind of lane', { journey: 'I wait', lanes: ['thougts'] }],
  ['a promise without a length', { journey: 'I wait', promises: [{ from: 'a', to: 'b' }] }],
  ['a rule about one step only', { journey: 'I wait', rules: [{ response: ['a'] }] }],
])('%s does not fit it', (_, file) => {
  expect(validate(file)).toBe(false);
});
