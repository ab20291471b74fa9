import { type Follows, type Groups, groupsOf } from './follows.ts';

/**
 * Concurrent cut: groups whose steps follow each other in both directions, each with a start and an end of routes.
 * Groups without one are joined to the next smaller one. Null when only one group is left.
 */
export function anyOrderCut(follows: Follows): Groups | null {
  const size = follows.steps.length;
  const { direct } = follows;
  const groups = groupsOf(size, (a, b) => direct[a * size + b] !== 1 || direct[b * size + a] !== 1).sort(
    (a, b) => a.length - b.length || (a[0] as number) - (b[0] as number),
  );
  const isWhole = (group: readonly number[]): boolean =>
    group.some((at) => follows.starts[at] === 1) && group.some((at) => follows.ends[at] === 1);
  for (let index = 0; index < groups.length && groups.length > 1; ) {
    const group = groups[index] as number[];
    if (isWhole(group)) {
      index++;
      continue;
    }
    groups.splice(index, 1);
    groups[Math.max(0, index - 1)]?.push(...group);
    // Joined to the one after it: that one stands here now and is looked at next. Joined to the one before: it was whole.
  }
  return groups.length > 1 ? groups.map((group) => group.sort((a, b) => a - b)) : null;
}
