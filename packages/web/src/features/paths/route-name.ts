import { listed } from '@continuo/diagram';
import { PATHS_WORDS } from '../../words/paths.ts';

const WORDS = PATHS_WORDS.route;
const NAMED = 2;

/** How often each touchpoint is on a route. */
function counts(path: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const activity of path) found.set(activity, (found.get(activity) ?? 0) + 1);
  return found;
}

/** A plain name for a route: what it has, or lacks, compared with the route most people take. */
export function routeName(path: readonly string[], most: readonly string[]): string {
  if (path === most || (path.length === most.length && path.every((step, at) => step === most[at]))) return WORDS.most;
  const [mine, theirs] = [counts(path), counts(most)];
  const extra = [...mine].filter(([activity, count]) => count > (theirs.get(activity) ?? 0));
  if (extra.length > 0) {
    const names = extra.map(([activity, count]) => (count > 1 ? WORDS.times(activity, count) : activity));
    return WORDS.and(shortList(names));
  }
  const missing = [...theirs.keys()].filter((activity) => !mine.has(activity));
  return missing.length > 0 ? WORDS.without(shortList(missing)) : WORDS.other;
}

function shortList(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 0 ? listed([...names.slice(0, NAMED), WORDS.more(rest)]) : listed(names);
}
