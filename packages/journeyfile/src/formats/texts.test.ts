import { type JourneyContract, placedSteps } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemText, type ReadResult } from '../file/problem.ts';
import { anyContract } from '../testing/any-contract.ts';
import { readMermaid } from './mermaid-read.ts';
import { writeMermaid } from './mermaid-write.ts';
import { readOjf } from './ojf-read.ts';
import { writeOjf } from './ojf-write.ts';
import { emotionOf } from './step-emotion.ts';

const must = (read: ReadResult<JourneyContract>): JourneyContract => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const problems = (read: ReadResult<JourneyContract>): readonly string[] =>
  read.ok ? [] : read.problems.map(problemText);
const rows = (contract: JourneyContract) =>
  placedSteps(contract).map(({ step, stage }) => [stage.title, step.title, emotionOf(contract, step), step.actor]);

test('Mermaid: sections, scores, actors, comments', () => {
  const text = `---
title: In front
---
journey
  %% a comment
  title A day: with a colon
  section Get up
    I make tea: 5: Me
    They bring it: 1: Us, Staff
  section Go
    We go: 3
`;
  const contract = must(readMermaid(text));
  expect(contract.title).toBe('A day: with a colon');
  expect(rows(contract)).toEqual([
    ['Get up', 'I make tea', 2, 'customer'],
    ['Get up', 'They bring it', -2, 'us'],
    ['Go', 'We go', 0, 'customer'],
  ]);
});

test.each([
  ['', 'There is no journey in it. The first line is “journey”.'],
  ['graph TD', 'line 1: “graph TD” is not the beginning of a journey. The first line is “journey”.'],
  ['journey\n  I pay', 'line 2: “I pay” is not a task. A task is “I pay: 4: Me”: title, score from 1 to 5, who acts.'],
  [
    'journey\n  I pay: much: Me',
    'line 2: “I pay: much: Me” is not a task. A task is “I pay: 4: Me”: title, score from 1 to 5, who acts.',
  ],
  ['journey\n  title Empty', 'There is no step in it. Name at least one step or stage; then it can be taken over.'],
])('Mermaid %j is refused', (text, words) => {
  expect(problems(readMermaid(text))).toEqual([words]);
});

test('Mermaid: what is written reads back as far as it can say it', () => {
  fc.assert(
    fc.property(anyContract, (contract) => {
      const placed = placedSteps(contract);
      const read = readMermaid(writeMermaid(contract));
      if (placed.length === 0) expect(read.ok).toBe(false);
      else
        expect(placedSteps(must(read)).map(({ step }) => [step.actor, emotionOf(must(read), step)])).toEqual(
          placed.map(({ step }) => [step.actor, emotionOf(contract, step) ?? 0]),
        );
    }),
    { numRuns: 30 },
  );
});

const OJF = {
  version: '1.0',
  persona: 'People in a hurry',
  pointOfView: 'I check in at a hotel',
  stages: [
    { id: 's1', name: 'Arrive' },
    { id: 's2', name: 'Sleep' },
  ],
  swimlanes: [
    { id: 'a', name: 'Customer Actions' },
    { id: 'p', name: 'Pain Points' },
  ],
  nodes: [
    {
      stageId: 's1',
      swimlaneId: 'a',
      title: 'I walk in',
      description: 'By the front door',
      score: -5,
      isMomentOfTruth: true,
      tags: ['desk'],
      blueprint: {
        onstage: [{ actor: 'Host', action: 'Says hello' }],
        backstage: ['Room is made'],
        support: [{ system: 'Booking', description: 'Finds me' }],
      },
    },
    { stageId: 's1', swimlaneId: 'a', title: 'I get a key', score: 3 },
    { stageId: 's1', swimlaneId: 'p', title: 'Queue', description: 'Ten minutes', severity: 'high' },
  ],
};

test('OpenJourney: steps, moments, scores, blueprint', () => {
  const contract = must(readOjf(JSON.stringify(OJF)));
  expect([contract.title, contract.meantFor]).toEqual(['I check in at a hotel', ['People in a hurry']]);
  expect(rows(contract)).toEqual([
    ['Arrive', 'I walk in', -2, 'customer'],
    ['Arrive', 'I get a key', 1, 'customer'],
    ['Sleep', 'Sleep', null, 'customer'],
  ]);
  const first = placedSteps(contract)[0]?.step;
  expect([first?.matters, first?.channels]).toEqual([true, ['desk']]);
  expect(
    Object.fromEntries(
      Object.entries(first?.cells ?? {}).map(([lane, cards]) => [lane, cards.map(({ text }) => text)]),
    ),
  ).toEqual({
    actions: ['By the front door'],
    emotion: ['-2'],
    frontstage: ['Host: Says hello'],
    backstage: ['Room is made'],
    systems: ['Booking: Finds me'],
    'pain-points': ['Queue: Ten minutes'],
  });
});

test.each([
  ['{', 'This is not JSON.'],
  ['{}', 'stages: It is not as OpenJourney has it:'],
  [JSON.stringify({ ...OJF, stages: [] }), 'stages: It is not as OpenJourney has it:'],
  [
    JSON.stringify({ ...OJF, nodes: [{ stageId: 's9', swimlaneId: 'a' }] }),
    'nodes › 1 › stageId: There is no stage “s9”.',
  ],
  [
    JSON.stringify({ ...OJF, nodes: [{ stageId: 's1', swimlaneId: {} }] }),
    'nodes › 1 › swimlaneId: It is not as OpenJourney has it:',
  ],
])('OpenJourney %j is refused', (text, words) => {
  expect(problems(readOjf(text))[0]).toContain(words);
});

test('OpenJourney: stages, steps, moments and emotions read back', () => {
  fc.assert(
    fc.property(anyContract, (contract) => {
      const read = readOjf(writeOjf(contract));
      const moments = placedSteps(contract).filter(({ step }) => step.matters).length;
      if (contract.stages.length === 0 || moments > 3) return;
      const again = placedSteps(must(read)).filter(({ step }) => step.matters || emotionOf(must(read), step) !== null);
      const before = placedSteps(contract).filter(({ step }) => step.matters || emotionOf(contract, step) !== null);
      expect(again.map(({ step }) => [step.matters, emotionOf(must(read), step)])).toEqual(
        before.map(({ step }) => [step.matters, emotionOf(contract, step)]),
      );
    }),
    { numRuns: 30 },
  );
});

test('OpenJourney: anything of the right shape is read or refused, never thrown', () => {
  const value = fc.oneof(
    fc.constantFrom('s1', 'a', 'p', '', null, 7, -9, true, 'x'.repeat(5000), '\u0000'),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const node = fc.record(
    {
      stageId: value,
      swimlaneId: value,
      title: value,
      description: value,
      score: value,
      blueprint: value,
      tags: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
      const read = readOjf(JSON.stringify({ ...OJF, nodes }));
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 80 },
  );
});
