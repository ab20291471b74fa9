/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { alignSequences } from './aligner.ts';
import { blindSpotOf, conformanceOf } from './conformance.ts';
import { compareFootprints, footprintOf, footprintOfMap } from './footprints.ts';
import { precisionOf } from './precision.ts';
import { Numbers, readTree } from './test-kit/tree-notation.ts';

// A second or two on an idle machine.
vi.setConfig({ testTimeout: 30_000 });

const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');

/** The running example of process mining: six runs, and the map that was mined from them. */
const numbers = new Numbers();
const map = readTree('->(a,*(->(+(d,X(b,c)),e),f),X(g,h))', numbers);
const letters = new Map('abcdefgh'.split('').map((letter) => [numbers.of(letter), letter]));
const lived = ['abdeh', 'adceg', 'acdefbdeg', 'adbeh', 'acdefdcefcdeh', 'acdeg'];
const word = (text: string): number[] => [...text].map((letter) => numbers.of(letter));
const name = ([a, b]: readonly [number, number]): string => `${letters.get(a)}${letters.get(b)}`;

describe('precision', () => {
  test('the running example: 81 allowed, 20 of them nobody did', () => {
    const counted = alignSequences(map, {}, lived.map(word)).map(({ moves }) => ({ moves, runs: 1 }));
    const found = precisionOf(map, counted);
    expect(found).toMatchObject({ allowed: 81, escaping: 20 });
    expect(found?.precision).toBeCloseTo(0.753086, 6);
  });

  test('it is weighted by runs, and extra touches are not counted', () => {
    const choice = readTree('X(a,b,c)', numbers);
    const moves = ([text]: readonly [string, number]) => alignSequences(choice, {}, [word(text)])[0]?.moves ?? [];
    const counted = (
      [
        ['a', 3],
        ['ad', 1],
      ] as const
    ).map((one) => ({ moves: moves(one), runs: one[1] }));
    expect(precisionOf(choice, counted)).toEqual({ allowed: 12, escaping: 8, precision: 1 - 8 / 12 });
  });

  test('nobody, and a map that allows nothing', () => {
    expect(precisionOf(map, [])).toBeNull();
    expect(precisionOf({ kind: 'nothing' }, [{ moves: [], runs: 2 }])).toEqual({
      allowed: 0,
      escaping: 0,
      precision: 1,
    });
  });
});

describe('footprints', () => {
  test('the running example', () => {
    const found = footprintOf(lived.map(word));
    expect(found.before.map(name).sort()).toEqual('ab ac ad be ce de ef eg eh fb fc fd'.split(' '));
    expect(found.either.map((pair) => [...name(pair)].sort().join('')).sort()).toEqual(['bd', 'cd']);
    expect(compareFootprints(found, footprintOfMap(map))).toEqual({ fitness: 1, precision: 1 });
  });

  test('what the map has one way and was lived the other', () => {
    const planned = footprintOfMap(readTree('->(a,b,c)', numbers));
    expect(compareFootprints(footprintOf([word('ba'), word('bc')]), planned)).toEqual({ fitness: 0.5, precision: 0.5 });
    expect(compareFootprints(footprintOf([]), footprintOfMap({ kind: 'nothing' }))).toEqual({
      fitness: 1,
      precision: 1,
    });
    expect(footprintOf([[1, 0, 2]]).before).toEqual([[1, 2]]);
  });
});

describe('conformance', () => {
  const counted = (sequences: readonly string[]) =>
    alignSequences(readTree('->(a,b)', numbers), {}, sequences.map(word)).map((alignment, index) => ({
      alignment,
      runs: index + 1,
    }));

  test('log and mean fitness, and the share that fits', () => {
    // ab once: 0 of 4; a twice: 1 of 3.
    expect(conformanceOf(counted(['ab', 'a']))).toMatchObject({
      runs: 3,
      logFitness: 1 - 2 / 10,
      meanFitness: (1 + 2 * (1 - 1 / 3)) / 3,
      fitting: { estimate: 1 / 3 },
    });
    expect(conformanceOf([])).toBeNull();
  });

  test('the blind spot: what is not explained, and what was not seen', () => {
    const spot = blindSpotOf(counted(['ab', 'a']));
    expect(spot?.notExplained).toBeCloseTo(0.2, 12);
    expect(spot?.unseen.estimate).toBeCloseTo(1 / 3, 12);
    expect(blindSpotOf([])).toBeNull();
  });
});

const pm4py = (file: string): string => readFileSync(resolve(SHARED, 'reference/pm4py', file), 'utf8');

/** A log's ways and one of the maps that were mined from it, with the precision that pm4py counted. */
function mined(log: string, model: 'model_im' | 'model_imf02') {
  const { process_tree, precision_tbr_etc } = (
    JSON.parse(pm4py(`${log}.json`)) as Record<
      typeof model,
      { readonly process_tree: string; readonly precision_tbr_etc: number }
    >
  )[model];
  const names = new Numbers();
  const tree = readTree(process_tree, names);
  const routes = pm4py(`${log}.variants.csv`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [, runs, route] = /^\d+,(\d+),"?(.*?)"?$/.exec(line) as unknown as readonly [string, string, string];
      return { runs: Number(runs), steps: route.split(' | ').map((one) => names.of(one)) };
    });
  return { tree, routes, expected: precision_tbr_etc };
}

type Mined = ReturnType<typeof mined>;

function alignedPrecision({ tree, routes }: Pick<Mined, 'tree' | 'routes'>) {
  const found = alignSequences(
    tree,
    {},
    routes.map(({ steps }) => steps),
  );
  return precisionOf(
    tree,
    found.map(({ moves }, index) => ({ moves, runs: routes[index]?.runs as number })),
  );
}

/**
 * As pm4py counts: beginnings as they were lived, as far as the map follows them word by word. Where it cannot, it is nowhere
 * and allows nothing, so that such a beginning weighs nothing.
 */
function livedPrecision({ tree, routes }: Pick<Mined, 'tree' | 'routes'>) {
  return precisionOf(
    tree,
    routes.map(({ steps, runs }) => ({ runs, moves: steps.map((step, at) => ({ kind: 'sync' as const, step, at })) })),
  );
}

/**
 * pm4py replays tokens over every beginning and leaves out those that it takes for not fitting. On two maps with many silent
 * moves it leaves out a few that do fit (every alignment costs nothing), so the share of what is left is a little higher: of
 * receipt 146,305 allowed and 121,879 escaping (0.166953) for our 147,391 and 122,914.
 */
describe.skipIf(!existsSync(SHARED))('precision of maps that fit, as pm4py counts it', () => {
  test.each([
    ['running-example', 9],
    ['patients', 9],
    ['roadtraffic100traces', 9],
    ['teleclaims-complete', 9],
    ['bpic2013_closed', 9],
    ['greps', 9],
    ['helpdesk', 3],
    ['repairExample-complete', 9],
    ['reviewing', 9],
    ['receipt', 2],
  ] as const)('%s to %i places', (log, places) => {
    const { expected, ...own } = mined(log, 'model_im');
    const precision = alignedPrecision(own);
    expect(precision?.precision).toBeCloseTo(expected, places);
    expect(livedPrecision(own)).toEqual(precision);
    if (log === 'receipt') expect(precision).toMatchObject({ allowed: 147_391, escaping: 122_914 });
  });
});

/**
 * Where not every run fits, the two read different beginnings: we those of the alignments (Adriansyah et al.), pm4py those that
 * were lived, of which it drops what the map cannot follow (Muñoz-Gama & Carmona). A step out of place thus ends what pm4py
 * sees of a run, and what the map wanted next counts as never done: of receipt 0.27 for our 0.79. Counted its way we get its
 * figure to all digits on eight of ten maps, but not on two with many silent moves (0.2521 for 0.2662, 0.6996 for 0.7913).
 */
describe.skipIf(!existsSync(SHARED))('precision of maps that do not fit: ours, and as pm4py counts it', () => {
  test.each([
    ['running-example', 0.753086, 9],
    ['patients', 1, 9],
    ['roadtraffic100traces', 0.745187, 9],
    ['teleclaims-complete', 0.991057, 9],
    ['bpic2013_closed', 0.946035, 9],
    ['greps', 0.958333, 9],
    ['helpdesk', 0.831393, null],
    ['repairExample-complete', 0.715857, 9],
    ['reviewing', 0.417471, 9],
    ['receipt', 0.792666, 1],
  ] as const)('%s: %f; counted its way to %s places', (log, ours, places) => {
    const { expected, ...own } = mined(log, 'model_imf02');
    expect(alignedPrecision(own)?.precision).toBeCloseTo(ours, 6);
    if (places !== null) expect(livedPrecision(own)?.precision).toBeCloseTo(expected, places);
  });
});
