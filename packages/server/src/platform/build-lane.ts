/** Chains of work by store and workspace; a chain that is done is forgotten with its store. */
const lanes = new WeakMap<object, Map<number, Promise<unknown>>>();

/**
 * Runs one piece of work on the runs of a workspace after the other: a build that did not know of a source which another
 * one just added would leave its events out. Waiting work keeps its order; what fails does not stop what waits. Do not call
 * it inside of itself. Holds in this process only: builds of two processes agree through the sources that each one notes.
 */
export async function inBuildLane<T>(store: object, workspace: number, act: () => Promise<T>): Promise<T> {
  const own = lanes.get(store) ?? new Map<number, Promise<unknown>>();
  lanes.set(store, own);
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
