// Runs over a map of 30 steps, for the benchmark of alignments.
import type { ProcessTree } from '@continuo/core';
import { randomOf } from '../../packages/core/src/stats/seeded-random.ts';

const step = (number: number): ProcessTree => ({ kind: 'step', step: number });
const sequence = (...children: ProcessTree[]): ProcessTree => ({ kind: 'sequence', children });
const choice = (...children: ProcessTree[]): ProcessTree => ({ kind: 'choice', children });
const anyOrder = (...children: ProcessTree[]): ProcessTree => ({ kind: 'any-order', children });
const optional = (child: ProcessTree): ProcessTree => choice(child, { kind: 'nothing' });
const repeat = (body: ProcessTree, redo: ProcessTree | null, atMost: number | null): ProcessTree => ({
  kind: 'repeat',
  body,
  redo,
  atMost,
});

/** 30 steps with everything a map can hold: 5 optional, two choices, two blocks in any order, three repeats. */
export const MAP: ProcessTree = sequence(
  step(1),
  optional(step(2)),
  repeat(sequence(step(3), optional(step(4))), null, 3),
  choice(sequence(step(5), step(6)), step(7), sequence(step(8), step(9))),
  anyOrder(step(10), sequence(step(11), step(12)), optional(step(13)), step(14)),
  step(15),
  repeat(sequence(step(16), step(17)), step(18), null),
  optional(step(19)),
  anyOrder(step(20), step(21), sequence(step(22), step(23))),
  choice(step(24), sequence(step(25), optional(step(26)))),
  repeat(step(27), null, 5),
  step(28),
  optional(step(29)),
  step(30),
);

export interface Routes {
  /** Different sequences of step numbers, each once; 0 is not on the map. */
  readonly distinct: readonly Uint16Array[];
  /** Which of them each run went. */
  readonly runs: Uint32Array;
}

/**
 * `runs` runs of `kinds` different sequences: walks through the map that leave it about twice (steps left out, done twice,
 * swapped, unknown touches, broken off). Each occurs at least once, the rest falls by rank as 1 / rank.
 */
export function makeRoutes(runs: number, kinds: number, seed: number): Routes {
  const random = randomOf(seed);
  const known = new Set<string>();
  const distinct: Uint16Array[] = [];
  while (distinct.length < kinds) {
    const steps: number[] = [];
    walk(MAP, random, steps);
    disturb(steps, random);
    const key = steps.join();
    if (known.has(key)) continue;
    known.add(key);
    distinct.push(Uint16Array.from(steps));
  }
  const all = new Uint32Array(runs);
  for (let run = 0; run < runs; run += 1) all[run] = run < kinds ? run : Math.floor(kinds ** random()) - 1;
  return { distinct, runs: all };
}

function walk(tree: ProcessTree, random: () => number, into: number[]): void {
  switch (tree.kind) {
    case 'nothing':
      return;
    case 'step':
      into.push(tree.step);
      return;
    case 'sequence':
      for (const child of tree.children) walk(child, random, into);
      return;
    case 'choice':
      walk(tree.children[Math.floor(random() * tree.children.length)] as ProcessTree, random, into);
      return;
    case 'any-order':
      for (const child of [...tree.children].sort(() => random() - 0.5)) walk(child, random, into);
      return;
    case 'repeat':
      walk(tree.body, random, into);
      for (let pass = 1; pass < (tree.atMost ?? 6) && random() < 0.3; pass += 1) {
        if (tree.redo !== null) walk(tree.redo, random, into);
        walk(tree.body, random, into);
      }
  }
}

function disturb(steps: number[], random: () => number): void {
  const place = (): number => Math.floor(random() * steps.length);
  while (random() < 0.65) {
    const kind = random();
    const at = place();
    if (kind < 0.3) steps.splice(at, 1);
    else if (kind < 0.5) steps.splice(at, 0, steps[place()] ?? 1);
    else if (kind < 0.7) steps.splice(at, 0, 0);
    else if (kind < 0.9) steps.splice(place(), 0, ...steps.splice(at, 1));
    else steps.length = Math.max(1, at);
  }
}
