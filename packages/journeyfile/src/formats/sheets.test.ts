import { type Block, type JourneyContract, placedSteps, type Step } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadResult } from '../file/problem.ts';
import { anyContract } from '../testing/any-contract.ts';
import { importJourney } from './convert.ts';
import { delimiterOf, type Grid, readDelimited, writeDelimited } from './delimited.ts';
import { emotionsOf } from './emotion.ts';
import { readSheet } from './sheet-read.ts';
import { sheetOf } from './sheet-write.ts';
import { readXlsx, writeXlsx } from './xlsx.ts';

const must = (read: ReadResult<JourneyContract>): JourneyContract => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
/** The map in short: stages with their steps, and the cards of a step by the title of their lane. */
const stages = (contract: JourneyContract) =>
  Object.fromEntries(
    contract.stages.map(({ title, blocks }) => [title, (blocks as readonly Step[]).map((step) => step.title)]),
  );
const cards = (contract: JourneyContract, title: string) => {
  const step = placedSteps(contract).find((placed) => placed.step.title === title)?.step;
  return Object.fromEntries(
    contract.lanes.flatMap(({ id, title: lane }) =>
      step?.cells[id] ? [[lane, step.cells[id]?.map(({ text }) => text)]] : [],
    ),
  );
};

const UPRIGHT = `My map;;;
Stage;Choose;;Get it
Step;I look;I order;It arrives
Channels;web, app;web;
Emotional journey;1;-1;2
Pain points;;"• No sizes
• Slow";
Our own row;;a;b
;;more;
`;

test('steps as columns: merged stages, bullets, rows of one’s own, rows that go on', () => {
  const contract = must(readSheet(readDelimited(UPRIGHT)));
  expect(contract.title).toBe('My map');
  expect(stages(contract)).toEqual({ Choose: ['I look', 'I order'], 'Get it': ['It arrives'] });
  expect(cards(contract, 'I order')).toEqual({
    'Emotional journey': ['-1'],
    'Pain points': ['No sizes', 'Slow'],
    'Our own row': ['a', 'more'],
  });
  expect(placedSteps(contract)[0]?.step.channels).toEqual(['web', 'app']);
  expect(contract.lanes.map(({ kind }) => kind)).toEqual(['emotion', 'pains', 'text']);
});

test('steps as rows: the same map pasted the other way round', () => {
  const text =
    'Phase\tStep\tThoughts\tPains\nChoose\tI look\tWhere?\t\n\tI order\tSafe?\tSlow\nGet it\tIt arrives\t\tLate\n';
  const read = readSheet(readDelimited(text));
  expect(stages(must(read))).toEqual({ Choose: ['I look', 'I order'], 'Get it': ['It arrives'] });
  expect(cards(must(read), 'I order')).toEqual({ Thoughts: ['Safe?'], Pains: ['Slow'] });
  expect(read.ok && read.notes).toEqual(['Each row was read as a step.']);
});

test.each([
  ['Smaply', 'Stages,A,B\nSteps,x,y\nEmotional journey,1,-2\nDramatic arc,3,5\n'],
  ['UXPressia', 'Stages,A,B\nUser goals,x,y\nProcess,p,q\nProblems,,bad\nExperience,9,2\n'],
  ['TheyDo', 'Phases,A,B\nSteps,x,y\nInsights,i,\nOpportunities,o,\n'],
])('a sheet with the words of %s is recognised', (tool, text) => {
  const read = readSheet(readDelimited(text));
  expect(read.ok && read.notes.join(' ')).toContain(`It looks like a sheet from ${tool}`);
});

test('a sheet of stages only makes one step of each', () => {
  const read = readSheet(readDelimited('Stages,Look,Buy\nExperience,10,1\n'));
  expect(stages(must(read))).toEqual({ Look: ['Look'], Buy: ['Buy'] });
  expect(cards(must(read), 'Buy')).toEqual({ Experience: ['-2'] });
});

test.each<[cells: string[], values: readonly (number | null)[] | null]>([
  [
    ['-2', '', '+1', '0'],
    [-2, null, 1, 0],
  ],
  [
    ['1', '3', '5'],
    [-2, 0, 2],
  ],
  [
    ['−5', '5', '2'],
    [-2, 2, 1],
  ],
  [
    ['1', '5,5', '10'],
    [-2, 0, 2],
  ],
  [
    ['0', '100', '60'],
    [-2, 2, 0],
  ],
  [
    ['happy', '😡'],
    [1, -2],
  ],
  [['happy', 'it rained'], null],
  [['7000'], null],
  [[], []],
])('emotions %j are %j', (cells, values) => {
  expect(emotionsOf(cells)).toEqual(values);
});

test.each<[what: string, grid: Grid, words: string]>([
  ['nothing', [], 'The sheet is empty.'],
  ['blank cells', [['', ' ']], 'The sheet is empty.'],
  [
    'no labels',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    'No row or column is called “Step” or “Stage”.',
  ],
  ['labels without steps', [['Stage'], ['Step'], ['Thoughts']], 'There is no step in it.'],
  ['too much', [Array.from({ length: 3000 }, () => 'x')], 'The sheet is too large for a map.'],
])('a sheet with %s is refused in words', (_, grid, words) => {
  const read = readSheet(grid);
  expect(read.ok ? '' : read.problems[0]?.words).toBe(words);
});

test('CSV: separators, quotes, formulas, byte order mark', () => {
  expect(delimiterOf('a;b,c;d')).toBe(';');
  expect(delimiterOf('a, b\tc, d, e')).toBe('\t');
  expect(readDelimited('\uFEFFa,"b ""c""\nd",\r\n,\n')).toEqual([['a', 'b "c"\nd', '']]);
  expect(writeDelimited([['=1+1', '-1', "'=x"]])).toBe("'=1+1,-1,''=x\r\n");
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      (grid) => {
        const texts = grid.map((row) => [...row.map((cell) => cell.replace(/\r\n?/g, '\n')), 'end']);
        expect(readDelimited(writeDelimited(texts), ',')).toEqual(texts);
      },
    ),
    { numRuns: 30 },
  );
});

/** What a sheet can say of a map, for comparing. */
const said = (contract: JourneyContract) =>
  placedSteps(contract).map(({ step, stage }) => [
    stage.title.trim(),
    step.title.trim(),
    step.actor,
    step.matters,
    step.ends,
  ]);

test('an exported map reads back: stages, steps, who acts, moments', async () => {
  await fc.assert(
    fc.asyncProperty(anyContract.map(plainly), async (contract) => {
      const read = await importJourney(writeDelimited(sheetOf(contract)), 'csv');
      if (placedSteps(contract).length === 0) expect(read.ok).toBe(false);
      else expect(said(must(read))).toEqual(said(contract));
    }),
    { numRuns: 30 },
  );
});

/** The map with what survives a sheet: titles of letters, two moments at most, nothing owed by the customer. */
function plainly(contract: JourneyContract): JourneyContract {
  let n = 0;
  const plain = (block: Block): Block => {
    n += 1;
    if (block.kind !== 'step') return { ...block, blocks: block.blocks.map(plain) };
    return { ...block, title: `I do ${n}`, matters: n < 3, isOwed: block.isOwed && block.actor !== 'customer' };
  };
  const stages = contract.stages.map((stage, i) => ({ ...stage, title: `Part ${i}`, blocks: stage.blocks.map(plain) }));
  return { ...contract, title: 'A map', stages };
}

test('XLSX: what is written is read, and a merged cell stands once', async () => {
  const grid = [
    ['Stage', 'A', ''],
    ['Step', 'x', 'y'],
    ['Pains', 'one\ntwo', '=3'],
  ];
  const read = await readXlsx(await writeXlsx(grid, 'A: [map]/'));
  expect(read.ok && read.value).toEqual(grid);
  const contract = must(await importJourney(await writeXlsx(grid, 'm'), 'xlsx', 'Mine'));
  expect([contract.title, stages(contract)]).toEqual(['Mine', { A: ['x', 'y'] }]);
});

test('a damaged workbook is a problem, never a crash', async () => {
  const workbook = await writeXlsx([['Step', 'a']], 'x');
  await fc.assert(
    fc.asyncProperty(fc.nat(workbook.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
      const broken = isCut ? workbook.slice(0, at) : workbook.map((old, i) => (i === at ? byte : old));
      const read = await importJourney(broken, 'xlsx');
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 20_000);

test('bytes that are no map at all are a problem in every format', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 80 })),
      fc.constantFrom(
        'yaml' as const,
        'json' as const,
        'ojf' as const,
        'csv' as const,
        'tsv' as const,
        'mermaid' as const,
        'xlsx' as const,
      ),
      async (data, format) => {
        const read = await importJourney(data, format);
        expect(read.ok || read.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 80 },
  );
}, 20_000);

test('any sheet is read or refused in words', () => {
  const label = fc.constantFrom(
    'Step',
    'Stage',
    'Emotion',
    'Channels',
    'Events',
    'By',
    'Picture',
    'Pains',
    '',
    '1',
    '😡',
    '\u0000',
    'x'.repeat(5000),
  );
  fc.assert(
    fc.property(fc.array(fc.array(label, { maxLength: 6 }), { maxLength: 8 }), (grid) => {
      const read = readSheet(grid);
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 80 },
  );
});
