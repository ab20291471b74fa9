/** Those of `after` that have to be moved to make the order of `before` that of `after`: as few as possible. Both hold the same ids. */
export function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, i) => [id, i]));
  const places = after.map((id) => place.get(id) ?? 0);
  // Longest increasing subsequence by patience sorting (Schensted 1961): what is in it stays.
  const tails: number[] = [];
  const previous: number[] = [];
  places.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = i;
  });
  const stays = new Set<string>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) stays.add(after[i] ?? '');
  return new Set(after.filter((id) => !stays.has(id)));
}
