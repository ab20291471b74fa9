import { expect, test } from 'vitest';
import { dependencies } from './heuristics.ts';

const route = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - 96);
const letter = (step: number): string => String.fromCharCode(96 + step);

test('gives the dependencies of the running example', () => {
  const traces = ['abdeh', 'adceg', 'acdefbdeg', 'adbeh', 'acdefdcefcdeh', 'acdeg'];
  const found = dependencies(traces.map((trace) => ({ sequence: route(trace), runs: 1 })));
  const positive = found.filter(({ dependency }) => dependency > 0);
  expect(positive.map(({ from, to, dependency }) => `${letter(from)}${letter(to)} ${dependency.toFixed(4)}`)).toEqual(
    (
      'ab .5000,ac .7500,ad .6667,bd .2500,be .5000,cd .2857,ce .6667,de .8571,' +
      'ef .7500,eg .7500,eh .7500,fb .5000,fc .5000,fd .5000'
    )
      .split(',')
      .map((pair) => pair.replace('.', '0.')),
  );
});

test('counts a step after itself, and how often routes were taken', () => {
  expect(dependencies([{ sequence: [1, 1, 1], runs: 3 }])).toEqual([{ from: 1, to: 1, dependency: 6 / 7 }]);
  expect(dependencies([])).toEqual([]);
});
