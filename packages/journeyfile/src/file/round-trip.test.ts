import { journeyContractSchema } from '@continuo/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContract } from '../testing/any-contract.ts';
import { problemText } from './problem.ts';
import { readJourneyFile } from './read-journey.ts';
import { writeJourneyFile } from './write-journey.ts';

test.each(['yaml', 'json'] as const)(
  'what is written as %s reads back as the same map',
  (format) => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        expect(journeyContractSchema.safeParse(contract).error?.issues).toBeUndefined();
        const text = writeJourneyFile(contract, format);
        const read = readJourneyFile(text, format);
        expect(read.ok ? [] : read.problems.map(problemText), text).toEqual([]);
        expect(read.ok && read.value).toEqual(contract);
        // A stable form: writing what was read changes nothing.
        expect(read.ok && writeJourneyFile(read.value, format)).toBe(text);
      }),
      { numRuns: 30 },
    );
  },
  30_000,
);
