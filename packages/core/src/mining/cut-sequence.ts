import { type Follows, type Groups, groupIndex, groupsOf, type Routes } from './follows.ts';
import { type Reachable, reachableIn } from './reachable.ts';

/**
 * Strict sequence cut: groups that always come in one order. Steps that can be reached from each other, or neither from
 * the other, stay together; groups that can only be passed over together are joined, so that they become one optional
 * block instead of several. Null when only one group is left.
 * Source: Leemans, Robust Process Mining with Guarantees (2017), algorithm for the strict sequence cut.
 */
export function sequenceCut(follows: Follows): Groups | null {
  const reachable = reachableIn(follows);
  const size = follows.steps.length;
  const loose = mergeUntilOrdered(
    groupsOf(size, (a, b) => reachable.has(a, b) === reachable.has(b, a)),
    reachable,
  );
  if (loose.length < 2) return null;
  const rank = (group: readonly number[]): number =>
    reachable.countInto(group[0] as number) - reachable.count(group[0] as number);
  const strict = joinPassedTogether(
    follows,
    [...loose].sort((a, b) => rank(a) - rank(b) || first(a) - first(b)),
  );
  return strict.length > 1 ? strict : null;
}

const first = (group: readonly number[]): number => group[0] as number;

/** Two groups are ordered only when every pair of theirs is, and in one direction; others are joined, again and again. */
function mergeUntilOrdered(start: Groups, reachable: Reachable): number[][] {
  let groups = start.map((group) => [...group]);
  for (;;) {
    const joined = groupsOf(
      groups.length,
      (i, j) => !isOrdered(groups[i] as number[], groups[j] as number[], reachable),
    );
    if (joined.length === groups.length) return groups;
    groups = joined.map((indices) => indices.flatMap((index) => groups[index] as number[]).sort((a, b) => a - b));
  }
}

function isOrdered(left: readonly number[], right: readonly number[], reachable: Reachable): boolean {
  const forward = reachable.has(first(left), first(right));
  return left.every((a) => right.every((b) => reachable.has(a, b) === forward && reachable.has(b, a) !== forward));
}

/** Groups are numbered by their place; a group that went into another stays, empty, and keeps its place. */
function joinPassedTogether(follows: Follows, ordered: readonly (readonly number[])[]): number[][] {
  const count = ordered.length;
  const of = groupIndex(ordered, follows.steps.length);
  // The earliest group a group is entered from, −1 for the start of a route; the latest it is left to, `count` for the end.
  const from = ordered.map((group) => (group.some((at) => follows.starts[at] === 1) ? -1 : count));
  const to = ordered.map((group) => (group.some((at) => follows.ends[at] === 1) ? count : -1));
  const moves = movesOf(follows);
  for (const [a, b] of moves) {
    from[of[b] as number] = Math.min(from[of[b] as number] as number, of[a] as number);
    to[of[a] as number] = Math.max(to[of[a] as number] as number, of[b] as number);
  }
  const isPassedOver = (index: number): boolean =>
    moves.some(([a, b]) => (of[a] as number) < index && (of[b] as number) > index) ||
    of.some((group, at) => (group > index && follows.starts[at] === 1) || (group < index && follows.ends[at] === 1));
  const take = (into: number, other: number): void => {
    for (const [at, group] of of.entries()) if (group === other) of[at] = into;
  };
  for (let index = 0; index < count; index++) {
    if (!isPassedOver(index)) continue;
    for (let before = index - 1; before >= 0 && (to[before] as number) <= index; before--) take(index, before);
    for (let after = index + 1; after < count && (from[after] as number) >= index; after++) take(index, after);
  }
  return ordered.map((_, index) => [...of.keys()].filter((at) => of[at] === index)).filter((group) => group.length > 0);
}

function movesOf({ steps, direct }: Follows): readonly (readonly [number, number])[] {
  const size = steps.length;
  return [...direct.keys()].filter((at) => direct[at] === 1).map((at) => [Math.floor(at / size), at % size]);
}

/** Every route is cut where the next group begins; a group that a route passes over gets an empty route. */
export function splitBySequence(routes: Routes, follows: Follows, groups: Groups): Routes[] {
  const of = groupIndex(groups, follows.steps.length);
  const parts: number[][][] = groups.map(() => []);
  for (const route of routes) {
    const cut: number[][] = groups.map(() => []);
    for (const step of route) cut[of[follows.positions.get(step) as number] as number]?.push(step);
    for (const [index, part] of cut.entries()) parts[index]?.push(part);
  }
  return parts;
}
