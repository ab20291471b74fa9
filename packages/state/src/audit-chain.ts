import { createHash } from 'node:crypto';

/** An entry as its row holds it; `details` is the text that is stored. */
export interface ChainedRow {
  readonly workspace: number;
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly thing: string;
  readonly details: string;
}

/** Fingerprint of an entry together with all before it: SHA-256 over the one before and every column. First: `''`. */
export function chainHash(before: string, row: ChainedRow): string {
  const { workspace, id, atMs, actor, action, thing, details } = row;
  return createHash('sha256')
    .update(JSON.stringify([before, workspace, id, atMs, actor, action, thing, details]))
    .digest('hex');
}
