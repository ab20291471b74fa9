import { placedSteps } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration, writeDuration } from './duration.ts';
import { nearest } from './nearest.ts';
import { problemText } from './problem.ts';
import { readJourneyFile, readLocatedJourney } from './read-journey.ts';
import { writeJourneyFile } from './write-journey.ts';

const problems = (text: string, format: 'yaml' | 'json' = 'yaml'): readonly string[] => {
  const read = readJourneyFile(text, format);
  return read.ok ? [] : read.problems.map(problemText);
};
const must = (text: string) => {
  const read = readJourneyFile(text, 'yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

test('the shortest map: titles only', () => {
  const contract = must('journey: I wait\nstages:\n  Wait:\n    - I take a number\n    - I sit down\n');
  expect(contract.key).toBe('i-wait');
  expect(placedSteps(contract).map(({ step, stage }) => [stage.id, step.id, step.actor])).toEqual([
    ['wait', 'i-take-a-number', 'customer'],
    ['wait', 'i-sit-down', 'customer'],
  ]);
});

test('short forms say the same as long ones', () => {
  const contract = must(`
journey: I order
passage: case
review: every 90 days, next 2026-12-01
stages:
  - stage: Order
    steps:
      - step: I order
        events: Order placed
        again: up to 3 times
      - step: It comes
        owed: true
        events: [{event: [Came, came], where: {country: [DE, AT], test: {not: true}, vip: {exists: true}}}, Arrived]
        went wrong: Lost
        lanes: {emotion: 2, thoughts: [Will it?, "Sure [we heard (14, 2026-10)]", {text: x, evidence: we measured}]}
      - any order: [A, B]
        optional: true
      - repeat: [C]
promises:
  - {from: I order, to: it-comes, within: 1 day 12 h}
rules:
  - {response: [I order, It comes], within: 2 weeks}
`);
  const [order, comes] = placedSteps(contract).map(({ step }) => step);
  expect(contract.passage.by).toBe('case');
  expect(contract.review).toEqual({ everyDays: 90, nextDay: '2026-12-01' });
  expect([order?.matchers, order?.atMost]).toEqual([[{ events: ['Order placed'], where: [], channels: [] }], 3]);
  expect([comes?.actor, comes?.isOwed]).toEqual(['us', true]);
  expect(comes?.matchers).toEqual([
    {
      events: ['Came', 'came'],
      where: [
        { property: 'country', test: 'is', values: ['DE', 'AT'] },
        { property: 'test', test: 'is-not', values: ['true'] },
        { property: 'vip', test: 'exists', values: [] },
      ],
      channels: [],
    },
    { events: ['Arrived'], where: [], channels: [] },
  ]);
  expect(comes?.failures).toEqual([{ events: ['Lost'], where: [], channels: [] }]);
  expect(comes?.cells).toEqual({
    emotion: [{ id: 'it-comes-emotion-1', text: '2', evidence: { kind: 'think' } }],
    thoughts: [
      { id: 'it-comes-thoughts-1', text: 'Will it?', evidence: { kind: 'think' } },
      { id: 'it-comes-thoughts-2', text: 'Sure', evidence: { kind: 'heard', n: 14, when: '2026-10' } },
      { id: 'it-comes-thoughts-3', text: 'x', evidence: { kind: 'measured' } },
    ],
  });
  expect(contract.lanes.map(({ id }) => id)).toEqual(['thoughts', 'emotion']);
  expect(contract.stages[0]?.blocks.map(({ kind }) => kind)).toEqual(['step', 'step', 'any-order', 'repeat']);
  expect(contract.promises).toEqual([
    { id: 'i-order-to-it-comes', from: 'i-order', to: 'it-comes', withinMs: 129_600_000, says: null },
  ]);
  expect(contract.rules[0]).toMatchObject({ kind: 'within', withinMs: 14 * 86_400_000 });
});

test('every way to end, and steps in their order inside a choice, read and are written as they are said', () => {
  const text = `journey: I fly
key: i-fly

stages:
  - stage: Fly
    id: fly
    steps:
      - choice:
          - steps:
              - step: I land
                id: i-land
                ends: goal either way
              - step: My bag comes
                id: my-bag-comes
                ends: goal
            id: steps
          - step: It is cancelled
            id: it-is-cancelled
            ends: failure
        id: choice
`;
  const contract = must(text);
  expect(placedSteps(contract).map(({ step }) => step.ends)).toEqual(['goal-either-way', 'goal', 'failure']);
  expect(placedSteps(contract)[0]?.groups[1]).toMatchObject({ kind: 'repeat', atMost: 1 });
  expect(writeJourneyFile(contract, 'yaml')).toBe(text);
  expect(must(text.replace('goal either way', 'goal-either-way'))).toEqual(contract);
  expect(
    must(text.replace('- steps:', '- repeat:').replace('id: steps', 'id: steps\n            again: once')),
  ).toEqual(contract);
});

test.each<[text: string, problem: string]>([
  ['', 'The file is empty. Begin with: journey: I order and it arrives'],
  ['- a', 'line 1: The file is not written as “key: value” lines.'],
  ['journey: I wait\nonwer: Mia', 'line 2, onwer: “onwer” is not known here. Did you mean “owner”?'],
  ['journey: I wait\nlevel: jurney', 'line 2, level: “jurney” is not a value of “level”. Did you mean “journey”?'],
  [
    'journey: I wait\nstages:\n  A:\n    - step: I sit\n      evnts: x',
    'line 5, stages › A › 1 › evnts: “evnts” is not known here. Did you mean “events”?',
  ],
  [
    'journey: I wait\nstages:\n  A:\n    - id: x',
    'line 4, stages › A › 1: The step has no title. Write “step: I order”, in the words of the customer.',
  ],
  [
    'journey: I wait\nstages:\n  A:\n    - {step: x, choice: []}',
    'line 4, stages › A › 1: This is several things at once.',
  ],
  [
    'journey: I wait\nstages:\n  A: [{step: x, owed: perhaps}]',
    'line 3, stages › A › 1 › owed: “owed” is neither true nor false.',
  ],
  [
    'journey: I wait\nstages:\n  A: [{step: x, again: often}]',
    'line 3, stages › A › 1 › again: “often” does not say how often.',
  ],
  ['journey: I wait\nlanes: [thougts]', 'line 2, lanes › 1: “thougts” is not a kind of lane. Did you mean “thoughts”?'],
  [
    'journey: I wait\nstages:\n  A: [{step: x, lanes: {pain: y}}]',
    'line 3, stages › A › 1 › lanes › pain: There is no lane “pain”. Did you mean “pains”?',
  ],
  [
    'journey: I wait\nstages: {A: [I sit]}\npromises: [{from: I sitt down, to: i-sit, within: 1 h}]',
    'There is no step “I sitt down”.',
  ],
  [
    'journey: I wait\nstages: {A: [I sit]}\npromises:\n  - {from: I sit, to: i-sit, within: 10}',
    'line 4, promises › 1 › within: “10” has no unit.',
  ],
  [
    'journey: I wait\nstages: {A: [I sit]}\npromises:\n  - {from: I sit, to: i-sit, within: 1 month}',
    '“1 month” is not a length of time.',
  ],
  [
    'journey: I wait\nstages:\n  A:\n    - {step: x, id: a}\n    - {step: y, id: a}',
    'line 5, stages › A › 2: There are two of the id “a”. Give one of them another id.',
  ],
  ['journey: I wait\nkey: No', '“key” “No” is not possible: must be 1 to 60 lower-case letters, digits and hyphens.'],
  ['journey: I wait\nstages:\n  A: [{step: x, id: "a b"}]', 'line 3, stages › A › 1: “id” “a b” is not possible'],
  ['journey: "a', 'line 1: This is not YAML'],
  ['journey: a\n\tkey: b', 'This is not YAML'],
  ['journey: a\njourney: b', 'This is not YAML: Map keys must be unique.'],
  ['a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]', '“a” is not known here.'],
])('%j is refused in words', (text, problem) => {
  expect(problems(text).join('\n')).toContain(problem);
});

test('every problem is said at once, with lines, and JSON too', () => {
  const text =
    'journey: I wait\nlevle: journey\nstages:\n  A:\n    - {step: x, ends: well}\n    - {step: y, by: them}\n';
  expect(problems(text).map((line) => line.split(',')[0])).toEqual(['line 2', 'line 5', 'line 6']);
  expect(problems('{\n  "journey": "I wait",\n  "stages": 7\n}', 'json')[0]).toContain(
    'line 3, stages: Stages are a list.',
  );
  expect(problems('{"journey": }', 'json')[0]).toContain('This is not JSON.');
});

test('aliases cannot unfold to billions, and nothing endless hangs', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++) bomb.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
  expect(problems(bomb.join('\n'))[0]).toContain('The file holds too many values.');
  expect(problems('a: &a [*a]')[0]).toContain('stands for itself');
});

test('any text is read or refused, never thrown', () => {
  const word = fc.constantFrom(
    'journey: x',
    'stages:',
    '  - stage: A',
    '    steps:',
    '      - step: b',
    '      - c',
    ' ',
    '{',
    '}',
    '&a',
    '*a',
    '<<: *a',
    ': ',
    '- ',
    '"',
    '|',
    '? ',
    '!!map',
    '%TAG',
    '---',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 8 }), (parts) => {
      const read = readJourneyFile(parts.join('\n'), 'yaml');
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 80 },
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('journey', 'stages', 'lanes', 'promises', 'rules', 'passage', 'review', 'for'),
        fc.jsonValue(),
      ),
      (value) => {
        const read = readJourneyFile(JSON.stringify(value), 'json');
        expect(read.ok || read.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 80 },
  );
});

test('lines of things are known by their ids', () => {
  const read = readLocatedJourney('journey: I wait\nstages:\n  - stage: A\n    steps:\n      - I sit\n', 'yaml');
  expect(read.ok && Object.fromEntries(read.value.lines)).toEqual({ a: 3, 'i-sit': 5 });
});

test.each<[text: string, ms: number | null]>([
  ['10 days', 864_000_000],
  ['90 min', 5_400_000],
  ['1.5 h', 5_400_000],
  ['1 day, 12 h', 129_600_000],
  ['2 weeks', 1_209_600_000],
  ['250 ms', 250],
  ['10', null],
  ['days', null],
  ['0 days', null],
  ['1 month', null],
  ['', null],
])('%j lasts %s ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms);
  if (ms !== null) expect(readDuration(writeDuration(ms))).toBe(ms);
});

test('the nearest word is only suggested when it is a slip', () => {
  const known = ['owner', 'went wrong', 'leads to'];
  expect(['onwer', 'went_wrong', 'LeadsTo', 'colour', ''].map((word) => nearest(word, known))).toEqual([
    'owner',
    'went wrong',
    'leads to',
    null,
    null,
  ]);
});
