import { type Follows, type Groups, groupsOf, type Routes } from './follows.ts';

/**
 * Loop cut: a body that every route begins and ends in, and what leads from its ends back to its starts.
 * Answers [body, …what leads back]; null when nothing leads back.
 */
export function repeatCut(follows: Follows): Groups | null {
  const { steps, direct, starts, ends } = follows;
  const size = steps.length;
  const isBorder = (at: number): boolean => starts[at] === 1 || ends[at] === 1;
  const follow = (a: number, b: number): boolean => direct[a * size + b] === 1;
  const inner = Array.from({ length: size }, (_, at) => at).filter((at) => !isBorder(at));
  const parts = groupsOf(inner.length, (i, j) => {
    const a = inner[i] as number;
    const b = inner[j] as number;
    return follow(a, b) || follow(b, a);
  }).map((indices) => indices.map((index) => inner[index] as number));
  const all = Array.from({ length: size }, (_, at) => at);
  const startsAt = all.filter((at) => starts[at] === 1);
  const endsAt = all.filter((at) => ends[at] === 1);
  const leadsBack = (part: readonly number[]): boolean =>
    part.every((at) => {
      // Entered only from ends and left only to starts; and if at all, then from every end, to every start.
      const isEntered = endsAt.some((end) => follow(end, at));
      const isLeft = startsAt.some((start) => follow(at, start));
      return (
        startsAt.every((start) => ends[start] === 1 || !follow(start, at)) &&
        endsAt.every((end) => starts[end] === 1 || !follow(at, end)) &&
        (!isEntered || endsAt.every((end) => follow(end, at))) &&
        (!isLeft || startsAt.every((start) => follow(at, start)))
      );
    });
  const back = parts.filter(leadsBack);
  if (back.length === 0) return null;
  const away = new Set(back.flat());
  return [all.filter((at) => !away.has(at)), ...back];
}

/** Answers [passes of the body, what led back between them]; the ways back are told apart later, by a choice. */
export function splitByRepeat(routes: Routes, follows: Follows, body: readonly number[]): readonly [Routes, Routes] {
  const inBody = new Set(body.map((at) => follows.steps[at] as number));
  const passes: number[][] = [];
  const back: number[][] = [];
  for (const route of routes) {
    let part: number[] = [];
    let isPass = true;
    for (const step of route) {
      if (inBody.has(step) !== isPass) {
        (isPass ? passes : back).push(part);
        part = [];
        isPass = !isPass;
      }
      part.push(step);
    }
    passes.push(part);
  }
  return [passes, back];
}
