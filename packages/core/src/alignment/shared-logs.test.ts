/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { alignSequences, alignWith } from './aligner.ts';
import { type Alignment, fitnessOf } from './alignment.ts';
import { unpackAlignments } from './packed-alignments.ts';
import { batchOf } from './sequence-batch.ts';
import { readNet } from './test-kit/pnml.ts';
import { Numbers, readTree } from './test-kit/tree-notation.ts';
import { TreeAligner } from './tree-align.ts';
import { TrieAligner } from './trie-align.ts';

// Seconds on an idle machine.
vi.setConfig({ testTimeout: 60_000 });

const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const isHere = existsSync(SHARED);
const read = (name: string): string => readFileSync(resolve(SHARED, 'reference', name), 'utf8');

/** Touches of no step of a map count here as they do in pm4py: one each. */
const CLOSED = { isClosed: true };

/** Aligns names; every `each`-th sequence also by algorithm A, which must agree move for move. */
function alignBoth(treeText: string, traces: readonly (readonly string[])[], each = 1): Alignment[] {
  const numbers = new Numbers();
  const tree = readTree(treeText, numbers);
  const sequences = traces.map((trace) => trace.map((name) => numbers.of(name)));
  const found = alignSequences(tree, CLOSED, sequences);
  const isChecked = (_: unknown, n: number): boolean => n % each === 0;
  const byTree = alignWith(new TreeAligner(tree, CLOSED), CLOSED, batchOf(sequences.filter(isChecked)), false);
  expect(unpackAlignments(byTree)).toEqual(found.filter(isChecked));
  return found;
}

/** Costs by algorithm A alone. */
function costsByTree(treeText: string, traces: readonly (readonly string[])[]): number[] {
  const numbers = new Numbers();
  const aligner = new TreeAligner(readTree(treeText, numbers), CLOSED);
  return traces.map((trace) =>
    aligner.cost(
      trace.map((name) => numbers.of(name)),
      false,
    ),
  );
}

interface TreeCases {
  readonly tree: string;
  readonly cases: readonly { readonly trace: readonly string[]; readonly cost: number; readonly fitness: number }[];
}

interface ReceiptCases {
  readonly variants: readonly (readonly [readonly string[], number])[];
  readonly models: Readonly<
    Record<
      string,
      { readonly tree: string; readonly res: Readonly<Record<string, { readonly cost: number; readonly fit: number }>> }
    >
  >;
}

describe.skipIf(!isHere)('alignments of other tools', () => {
  test('46 small cases, cost for cost', () => {
    const maps = Object.values(JSON.parse(read('tree_alignments.json')) as Record<string, TreeCases>);
    for (const { tree, cases } of maps) {
      const found = alignBoth(
        tree,
        cases.map(({ trace }) => trace),
      );
      expect(found.map(({ cost, fitness }) => ({ cost, fitness: fitness.toFixed(6) }))).toEqual(
        cases.map(({ cost, fitness }) => ({ cost, fitness: fitness.toFixed(6) })),
      );
    }
    expect(maps.flatMap(({ cases }) => cases)).toHaveLength(46);
  });

  test('116 routes of receipt on two maps, cost for cost', () => {
    const { variants, models } = JSON.parse(read('receipt_align.json')) as ReceiptCases;
    const totals = Object.values(models).map(({ tree, res }) => {
      const traces = variants.map(([trace]) => trace);
      const found = alignBoth(tree, traces, 8);
      const costs = variants.map(([trace]) => res[trace.join('|')]?.cost);
      expect(found.map(({ cost }) => cost)).toEqual(costs);
      expect(costsByTree(tree, traces)).toEqual(costs);
      let cost = 0;
      let worst = 0;
      let fitting = 0;
      let fitness = 0;
      for (const [index, one] of found.entries()) {
        const runs = variants[index]?.[1] as number;
        cost += one.cost * runs;
        worst += (one.allExtra + one.cheapestRun) * runs;
        fitting += one.cost === 0 ? runs : 0;
        fitness += one.fitness * runs;
      }
      return [cost, (fitting / 14.34).toFixed(4), (fitness / 1434).toFixed(6), fitnessOf(cost, worst).toFixed(6)];
    });
    expect(totals).toEqual([
      [0, '100.0000', '1.000000', '1.000000'],
      [2465, '49.7211', '0.815495', '0.827779'],
    ]);
  });
});

describe('the running example', () => {
  test.each([
    ['acdeg', 0, '1.000000'],
    ['acd', 2, '0.750000'],
    ['aeg', 2, '0.750000'],
    ['acddeg', 1, '0.909091'],
    ['cdeg', 1, '0.888889'],
    ['acdegh', 1, '0.909091'],
    ['afcdeg', 1, '0.909091'],
    ['g', 4, '0.333333'],
    ['acbdeg', 1, '0.909091'],
    ['aedcg', 2, '0.800000'],
    ['xacdeg', 1, '0.909091'],
    ['ah', 3, '0.571429'],
  ])('%s: cost %i, fitness %s', (trace, cost, fitness) => {
    const [found] = alignBoth('->(a,*(->(+(d,X(b,c)),e),f),X(g,h))', [[...trace]]);
    expect([found?.cost, found?.fitness.toFixed(6)]).toEqual([cost, fitness]);
  });
});

interface Figures {
  readonly percFitTraces?: number;
  readonly fitting_traces?: number;
  readonly average_trace_fitness: number;
  readonly log_fitness: number;
  readonly total_cost?: number;
  readonly per_variant_top?: readonly { readonly rank: number; readonly cost: number; readonly fitness: number }[];
}

interface Log {
  readonly cases: number;
  readonly n_variants: number;
  readonly linear_model?: { readonly alignment?: Figures };
  readonly model_im?: { readonly alignments: Figures | null };
  readonly model_imf02?: { readonly alignments: Figures | null };
}

const LOGS = [
  'running-example',
  'patients',
  'roadtraffic100traces',
  'receipt',
  'teleclaims-complete',
  'bpic2012-A',
  'bpic2012-O',
  'bpic2012-complete',
  'bpic2013_closed',
  'greps',
  'helpdesk',
  'olist-orders-share',
  'repairExample-complete',
  'retention-simple-shop',
  'reviewing',
] as const;

/** Log fitness of nets with silent moves: pm4py charges 1/10,000 for each of them. */
const SILENT = 0.0005;

function variantsOf(log: string): { readonly runs: number; readonly names: readonly string[] }[] {
  return read(`pm4py/${log}.variants.csv`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [, runs, variant] = /^\d+,(\d+),(.*)$/.exec(line) as unknown as readonly [string, string, string];
      const text = variant.startsWith('"') ? variant.slice(1, -1).replaceAll('""', '"') : variant;
      return { runs: Number(runs), names: text.split(' | ') };
    });
}

describe.skipIf(!isHere)('nets of real logs: fitness and costs as pm4py found them', () => {
  test.each(LOGS)('%s', (name) => {
    const log = JSON.parse(read(`pm4py/${name}.json`)) as Log;
    const variants = variantsOf(name);
    const checked = (
      [
        ['linear', log.linear_model?.alignment],
        ['im', log.model_im?.alignments],
        ['imf02', log.model_imf02?.alignments],
      ] as const
    ).filter((one): one is [(typeof one)[0], Figures] => one[1] !== undefined && one[1] !== null);
    expect(checked.length).toBeGreaterThan(0);
    for (const [net, figures] of checked) {
      const numbers = new Numbers();
      const automaton = readNet(read(`pm4py/${name}.${net}.pnml`), numbers);
      const sequences = variants.map(({ names }) => names.map((one) => numbers.of(one)));
      const aligner = new TrieAligner(automaton, CLOSED);
      const found = unpackAlignments(alignWith(aligner, CLOSED, batchOf(sequences), false));
      for (const { rank, cost, fitness } of figures.per_variant_top ?? []) {
        expect({ rank, cost: found[rank - 1]?.cost }).toEqual({ rank, cost });
        expect(found[rank - 1]?.fitness).toBeCloseTo(fitness, 6);
      }
      // Of two logs the file holds only the 2,000 commonest routes: what is said of the whole log cannot be counted.
      if (variants.length < log.n_variants) continue;
      const sum = (of: (one: Alignment) => number): number =>
        found.reduce((total, one, index) => total + of(one) * (variants[index]?.runs as number), 0);
      const cost = sum((one) => one.cost);
      const fitting = sum((one) => (one.cost === 0 ? 1 : 0));
      expect(sum((one) => one.fitness) / log.cases).toBeCloseTo(figures.average_trace_fitness, 9);
      const logFitness = fitnessOf(
        cost,
        sum((one) => one.allExtra + one.cheapestRun),
      );
      if (net === 'linear') {
        expect({ cost, fitting }).toEqual({ cost: figures.total_cost, fitting: figures.fitting_traces });
        expect(logFitness).toBeCloseTo(figures.log_fitness, 9);
      } else {
        expect((100 * fitting) / log.cases).toBeCloseTo(figures.percFitTraces as number, 9);
        expect(Math.abs(logFitness - figures.log_fitness)).toBeLessThan(SILENT);
      }
    }
  });
});
