/** Tells whoever wants to know that what questions see in a workspace has changed: imports, removals, answers. */
export class Changes {
  readonly #listeners = new Set<(workspace: number) => void>();

  /** Gives the function that ends the listening. */
  on(listener: (workspace: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Call it when the change can be seen. Listeners are called at once, in the order in which they came, and must not throw. */
  tell(workspace: number): void {
    for (const listener of [...this.#listeners]) listener(workspace);
  }
}
