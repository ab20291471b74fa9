/** Chains of work by store and workspace; a chain that is done is forgotten with its store. */
const lanes = new WeakMap<object, Map<number, Promise<unknown>>>();
/** Pieces of work begun so far, by store and workspace. */
const begun = new WeakMap<object, Map<number, number>>();

/**
 * Runs one piece of work on the runs of a workspace after the other: a build that did not know of a source which another
 * one just added would leave its events out. Waiting work keeps its order; what fails does not stop what waits. Do not call
 * it inside of itself. Holds in this process only: builds of two processes agree through the sources that each one notes.
 */
export async function inBuildLane<T>(store: object, workspace: number, act: () => Promise<T>): Promise<T> {
  const own = lanes.get(store) ?? new Map<number, Promise<unknown>>();
  lanes.set(store, own);
  const counts = begun.get(store) ?? new Map<number, number>();
  begun.set(store, counts);
  counts.set(workspace, (counts.get(workspace) ?? 0) + 1);
  const before = own.get(workspace) ?? Promise.resolve();
  const mine = before.then(act, act);
  const settled = mine.catch(() => {});
  own.set(workspace, settled);
  try {
    return await mine;
  } finally {
    if (own.get(workspace) === settled) own.delete(workspace);
  }
}

/** How often the lane of a workspace was used so far; null while somebody works in it or waits for it. */
export function laneMark(store: object, workspace: number): number | null {
  return lanes.get(store)?.has(workspace) ? null : (begun.get(store)?.get(workspace) ?? 0);
}
