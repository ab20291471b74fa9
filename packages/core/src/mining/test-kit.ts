import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';
import { NOTHING } from './tidy-tree.ts';

/**
 * The language of a tree, by derivatives (Brzozowski, 1964): slow, obvious, and independent of markings and costs.
 * Needs `atMost` null everywhere, as the miner leaves it.
 */
export interface Reader {
  readonly start: string;
  /** Steps that may come next. */
  next(state: string): readonly number[];
  read(state: string, step: number): string;
  mayEnd(state: string): boolean;
}

function mayBeEmpty(tree: ProcessTree): boolean {
  switch (tree.kind) {
    case 'step':
      return false;
    case 'nothing':
      return true;
    case 'repeat':
      return mayBeEmpty(tree.body);
    case 'choice':
      return tree.children.some(mayBeEmpty);
    default:
      return tree.children.every(mayBeEmpty);
  }
}

/** Trees with numbers: equal trees are one object with one number, so that sets of them have short names. */
interface Interned {
  keep(tree: ProcessTree): number;
  at(number: number): ProcessTree;
}

function interning(): Interned {
  const numbers = new Map<string, number>();
  const known = new WeakMap<ProcessTree, number>();
  const trees: ProcessTree[] = [];
  const keyOf = (tree: ProcessTree): string => {
    if (tree.kind === 'step') return `s${tree.step}`;
    if (tree.kind === 'nothing') return 'n';
    if (tree.kind === 'repeat') return `r${keep(tree.body)},${tree.redo === null ? '' : keep(tree.redo)}`;
    return `${tree.kind} ${tree.children.map(keep).join()}`;
  };
  const keep = (tree: ProcessTree): number => {
    const before = known.get(tree);
    if (before !== undefined) return before;
    const key = keyOf(tree);
    const number = numbers.get(key) ?? trees.push(tree) - 1;
    numbers.set(key, number);
    known.set(tree, number);
    return number;
  };
  return { keep, at: (number) => trees[number] as ProcessTree };
}

const then = (first: ProcessTree, rest: readonly ProcessTree[]): ProcessTree =>
  joined(
    'sequence',
    [first, ...rest].flatMap((child) => (child.kind === 'sequence' ? child.children : [child])),
  );

function joined(kind: 'sequence' | 'any-order', parts: readonly ProcessTree[]): ProcessTree {
  const children = parts.filter((child) => child.kind !== 'nothing');
  if (children.length === 0) return NOTHING;
  return children.length === 1 ? (children[0] as ProcessTree) : { kind, children };
}

/** After the body: either it is over, or the way back and the body once more. */
function again(tree: ProcessTree & { kind: 'repeat' }): ProcessTree {
  return { kind: 'choice', children: [NOTHING, then(tree.redo ?? NOTHING, [tree])] };
}

function after(tree: ProcessTree, step: number): readonly ProcessTree[] {
  switch (tree.kind) {
    case 'step':
      return tree.step === step ? [NOTHING] : [];
    case 'nothing':
      return [];
    case 'choice':
      return tree.children.flatMap((child) => after(child, step));
    case 'repeat': {
      if (tree.atMost !== null) throw new RangeError('this reader knows no limits');
      const first = after(tree.body, step).map((rest) => then(rest, [again(tree)]));
      // A body that may be empty lets the way back begin at once; then the body is owed, which may be empty again.
      if (!mayBeEmpty(tree.body) || tree.redo === null) return first;
      return [...first, ...after(tree.redo, step).map((rest) => then(rest, [tree]))];
    }
    case 'sequence': {
      const [head, ...rest] = tree.children;
      if (!head) return [];
      const here = after(head, step).map((left) => then(left, rest));
      return mayBeEmpty(head) ? [...here, ...after(joined('sequence', rest), step)] : here;
    }
    case 'any-order':
      return tree.children.flatMap((child, at) =>
        after(child, step).map((rest) => joined('any-order', tree.children.with(at, rest))),
      );
  }
}

/** Reads routes through a tree, keeping all that may remain. */
export function treeReader(tree: ProcessTree): Reader {
  const steps = stepsOf(tree);
  const { keep, at } = interning();
  const moves = new Map<string, string>();
  const rests = new Map<string, readonly number[]>();
  const afterOne = (number: number, step: number): readonly number[] => {
    const move = `${number} ${step}`;
    const known = rests.get(move) ?? after(at(number), step).map(keep);
    rests.set(move, known);
    return known;
  };
  const partsOf = (state: string): number[] => (state === '' ? [] : state.split(' ').map(Number));
  const read = (state: string, step: number): string => {
    const move = `${step} ${state}`;
    const known = moves.get(move);
    if (known !== undefined) return known;
    const all = new Set(partsOf(state).flatMap((number) => afterOne(number, step)));
    const next = [...all].sort((a, b) => a - b).join(' ');
    moves.set(move, next);
    return next;
  };
  return {
    start: String(keep(tree)),
    next: (state) => steps.filter((step) => read(state, step) !== ''),
    read,
    mayEnd: (state) => partsOf(state).some((number) => mayBeEmpty(at(number))),
  };
}

/** Whether the tree allows exactly this route. */
export function allows(reader: Reader, route: readonly number[]): boolean {
  return reader.mayEnd(route.reduce((state, step) => (state === '' ? '' : reader.read(state, step)), reader.start));
}

/** The first difference between two languages, shortest first; null: the same routes. Throws after `most` pairs of states. */
export function firstDifference(a: Reader, b: Reader, most = 20_000): readonly number[] | null {
  const seen = new Set<string>();
  const queue: { readonly x: string; readonly y: string; readonly route: readonly number[] }[] = [
    { x: a.start, y: b.start, route: [] },
  ];
  for (let at = 0; at < queue.length; at++) {
    const { x, y, route } = queue[at] as (typeof queue)[number];
    if (a.mayEnd(x) !== b.mayEnd(y)) return route;
    const steps = [...new Set([...a.next(x), ...b.next(y)])];
    for (const step of steps) {
      const to = { x: a.read(x, step), y: b.read(y, step), route: [...route, step] };
      if (to.x === '' || to.y === '') return to.route;
      const key = `${to.x}\n${to.y}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > most) throw new RangeError(`more than ${most} pairs of states`);
      queue.push(to);
    }
  }
  return null;
}
