/** `find`, which looks only once at each key; what it finds must not be changed. */
export function remembered<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { readonly found: Found }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.found;
    const found = find(key);
    known.set(key, { found });
    return found;
  };
}

/** As `remembered`, of what also depends on an instant; only the last instant of each key is remembered. */
export function rememberedAt<Key extends object, Found>(
  find: (key: Key, ms: number) => Found,
): (key: Key, ms: number) => Found {
  const known = new WeakMap<Key, { readonly ms: number; readonly found: Found }>();
  return (key, ms) => {
    const before = known.get(key);
    if (before?.ms === ms) return before.found;
    const found = find(key, ms);
    known.set(key, { ms, found });
    return found;
  };
}
