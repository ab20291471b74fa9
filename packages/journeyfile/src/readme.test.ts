import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContract } from './check/check-contract.ts';
import { isFine } from './check/finding.ts';
import { problemText } from './file/problem.ts';
import { readJourneyFile } from './file/read-journey.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const MAPS = [...README.matchAll(/```yaml\n(journey:.*?)```/gs)].map(([, text = '']) => text);

test('the maps of the README are sound', () => {
  expect(MAPS).toHaveLength(2);
  for (const text of MAPS) {
    const read = readJourneyFile(text, 'yaml');
    expect(read.ok ? [] : read.problems.map(problemText)).toEqual([]);
    const findings = read.ok ? checkContract(read.value) : [];
    expect(isFine(findings), JSON.stringify(findings)).toBe(true);
  }
});
