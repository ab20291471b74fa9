import { type Follows, type Groups, groupIndex, groupsOf, type Routes } from './follows.ts';

/** Exclusive cut: steps that never share a route, even through others, are a choice. Null when all hang together. */
export function choiceCut({ steps, direct }: Follows): Groups | null {
  const size = steps.length;
  const groups = groupsOf(size, (a, b) => direct[a * size + b] === 1 || direct[b * size + a] === 1);
  return groups.length > 1 ? groups : null;
}

/** Every route goes whole to the group of its first step; routes are not empty. */
export function splitByChoice(routes: Routes, follows: Follows, groups: Groups): Routes[] {
  const of = groupIndex(groups, follows.steps.length);
  const parts: (readonly number[])[][] = groups.map(() => []);
  for (const route of routes) {
    const first = follows.positions.get(route[0] as number) as number;
    parts[of[first] as number]?.push(route);
  }
  return parts;
}
