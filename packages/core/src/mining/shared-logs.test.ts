/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alignSequences } from '../alignment/aligner.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';
import { UNIT_COSTS } from '../alignment/step-costs.ts';
import { compileMap } from '../journey/compile.ts';
import { draftMap, draftSteps } from './draft-map.ts';
import { draftToContract } from './draft-to-contract.ts';
import { mineTree } from './inductive-miner.ts';
import { allows, firstDifference, type Reader, treeReader } from './test-kit.ts';
import { tidyTree } from './tidy-tree.ts';

/** Real logs and the nets that pm4py's inductive miner (no noise) found in them. */
const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const FOLDER = resolve(SHARED, 'reference/pm4py');
const isHere = existsSync(FOLDER);

/** bpic2012 is not among them: only 2,000 of its routes are in the file, and the net is that of all. */
const LOGS = [
  'running-example',
  'patients',
  'roadtraffic100traces',
  'teleclaims-complete',
  'bpic2012-A',
  'bpic2012-O',
  'bpic2013_closed',
  'greps',
  'helpdesk',
  'olist-orders-share',
  'repairExample-complete',
  'retention-simple-shop',
  'reviewing',
];

interface Log {
  readonly routes: readonly { readonly sequence: readonly number[]; readonly runs: number }[];
  readonly codes: ReadonlyMap<string, number>;
}

function readLog(name: string): Log {
  const lines = readFileSync(resolve(FOLDER, `${name}.variants.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const split = lines.map((line) => {
    const [, runs, text] = /^\d+,(\d+),(.*)$/.exec(line) as unknown as [string, string, string];
    const unquoted = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
    return { names: unquoted.split(' | '), runs: Number(runs) };
  });
  const names = [...new Set(split.flatMap((one) => one.names))].sort();
  const codes = new Map(names.map((one, at) => [one, at + 1]));
  return {
    codes,
    routes: split.map((one) => ({ sequence: one.names.map((word) => codes.get(word) as number), runs: one.runs })),
  };
}

/** A net as a reader: a state is the set of markings it may be in, closed under silent moves. */
function netReader(name: string, codes: ReadonlyMap<string, number>): Reader {
  const xml = readFileSync(resolve(FOLDER, `${name}.im.pnml`), 'utf8');
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const moves = new Map(
    [...xml.matchAll(/<transition id="([^"]*)">\s*<name>\s*<text>([^<]*)<\/text>([\s\S]*?)<\/transition>/g)].map(
      (m) => {
        const isSilent = (m[3] as string).includes('$invisible$');
        const step = isSilent ? 0 : (codes.get(plain(m[2] as string)) ?? -1);
        return [m[1] as string, { step, from: [] as string[], to: [] as string[] }];
      },
    ),
  );
  for (const [, from, to] of xml.matchAll(/<arc [^>]*source="([^"]*)" target="([^"]*)"/g)) {
    moves.get(to as string)?.from.push(from as string);
    moves.get(from as string)?.to.push(to as string);
  }
  const fire = (marking: string, move: { from: string[]; to: string[] }): string | null => {
    const places = new Set(marking.split(' '));
    if (!move.from.every((place) => places.delete(place))) return null;
    for (const place of move.to) places.add(place);
    return [...places].sort().join(' ');
  };
  const silent = [...moves.values()].filter(({ step }) => step === 0);
  const close = (markings: Iterable<string>): string => {
    const all = new Set(markings);
    for (const marking of all) {
      for (const move of silent) {
        const next = fire(marking, move);
        if (next !== null) all.add(next);
      }
    }
    return [...all].sort().join('|');
  };
  const known = new Map<string, string>();
  const read = (state: string, step: number): string => {
    const key = `${step} ${state}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const visible = [...moves.values()].filter((move) => move.step === step);
    const fired = state.split('|').flatMap((marking) => visible.map((move) => fire(marking, move)));
    const next = close(fired.filter((marking) => marking !== null));
    known.set(key, next);
    return next;
  };
  const steps = [...codes.values()];
  return {
    start: close(['source']),
    read,
    next: (state) => steps.filter((step) => read(state, step) !== ''),
    mayEnd: (state) => state.split('|').includes('sink'),
  };
}

/** A tree in pm4py's notation: `->( 'a', X( tau, 'b' ) )`. */
function parseTree(text: string, codes: ReadonlyMap<string, number>): ProcessTree {
  const words = text.match(/->|[*+X](?=\()|[(),]|'[^']*'|tau/g) ?? [];
  let at = 0;
  const read = (): ProcessTree => {
    const word = words[at++] as string;
    if (word === 'tau') return { kind: 'nothing' };
    if (word.startsWith("'")) return { kind: 'step', step: codes.get(word.slice(1, -1)) as number };
    const children: ProcessTree[] = [];
    while (words[at] !== ')') {
      at++;
      children.push(read());
    }
    at++;
    const [body, redo] = children as [ProcessTree, ProcessTree];
    if (word === '*') return { kind: 'repeat', body, redo, atMost: null };
    return { kind: word === '->' ? 'sequence' : word === 'X' ? 'choice' : 'any-order', children };
  };
  return read();
}

describe.skipIf(!isHere)('real logs', () => {
  test.each(LOGS)('%s: every route fits, and the net of pm4py allows the same routes', (name) => {
    const { routes, codes } = readLog(name);
    const reader = treeReader(mineTree(routes));
    expect(routes.filter(({ sequence }) => !allows(reader, sequence))).toEqual([]);
    expect(firstDifference(reader, netReader(name, codes))).toBeNull();
  });

  test('receipt: every route fits, and the tree is that of pm4py', () => {
    const { routes, codes } = readLog('receipt');
    const { models } = JSON.parse(readFileSync(resolve(SHARED, 'reference/receipt_align.json'), 'utf8'));
    const tree = mineTree(routes);
    const reader = treeReader(tree);
    expect(routes.filter(({ sequence }) => !allows(reader, sequence))).toEqual([]);
    expect(tree).toEqual(tidyTree(parseTree(models['0.0'].tree, codes)));
  });

  test.each([...LOGS, 'receipt'])('%s: every route goes through the drafted map as planned', (name) => {
    const { routes, codes } = readLog(name);
    const names = new Map([...codes].map(([word, step]) => [step, word]));
    const map = draftMap({ tree: mineTree(routes), routes, names, waits: [], stability: null });
    const steps = draftSteps(map.stages.flatMap(({ blocks }) => blocks));
    const contract = draftToContract(map, { key: 'k', title: 'I do' });
    const { tree } = compileMap(contract, new Map(steps.map(({ id, step }) => [id, step])));
    const sequences = routes.map(({ sequence }) => sequence);
    expect(alignSequences(tree, UNIT_COSTS, sequences).filter(({ cost }) => cost > 0)).toEqual([]);
    expect(contract.stages.length).toBeLessThanOrEqual(7);
  });
});
