/** What the exit code says; documented in docs/cli.md. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Imported, but some rows were rejected: see the reject file. */
  rejects: 3,
  /** The data folder is in use by a process that does not answer. */
  busy: 4,
} as const;
