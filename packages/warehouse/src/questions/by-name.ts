/** Order of texts by code units: the same on every machine, unlike a locale's. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
