/** A property's name as people read it: `bag_drop` and `bagDrop` are "bag drop". Capitals at the beginning stay. */
export function plainName(name: string): string {
  return name
    .replace(/[_.]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
}
