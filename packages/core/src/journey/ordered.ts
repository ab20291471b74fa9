interface Identified {
  readonly id: string;
}

/** The list with the item after the one named: null is the first place, a name that is gone the last. */
export function placed<Item extends Identified>(
  items: readonly Item[],
  item: Item,
  after: string | null,
): readonly Item[] {
  if (after === null) return [item, ...items];
  const at = items.findIndex(({ id }) => id === after);
  return at < 0 ? [...items, item] : [...items.slice(0, at + 1), item, ...items.slice(at + 1)];
}

/** The list without the item of this id. */
export function without<Item extends Identified>(items: readonly Item[], id: string): readonly Item[] {
  return items.filter((item) => item.id !== id);
}

/** Id of what stands before the item; null: it is the first, or not there. */
export function before<Item extends Identified>(items: readonly Item[], id: string): string | null {
  return items[items.findIndex((item) => item.id === id) - 1]?.id ?? null;
}

/** The list with the item of this id changed. */
export function changed<Item extends Identified>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}
