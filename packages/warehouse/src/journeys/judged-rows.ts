import { type Judged, Problem, SKIP_LABELS, TOUCH_LABELS } from '@continuo/core';
import { RowBinary } from '../events/row-binary.ts';

/** Column order of `judged` in every RowBinary block. */
export const JUDGED_COLUMNS = [
  'workspace',
  'definition',
  'path',
  'is_open',
  'symbols',
  'cost',
  'cheapest',
  'reached',
  'touches',
  'skip_steps',
  'skip_labels',
  'skip_before',
  'map',
  'version',
] as const;

/** A distinct touch sequence and its hash in `runs`. */
export interface JudgedPath {
  readonly path: bigint;
  readonly symbols: readonly number[];
}

/** RowBinary of judged sequences, each under the hash of the path it was judged for. Throws `internal` when one is missing. */
export function encodeJudged(
  paths: readonly JudgedPath[],
  judged: readonly Judged[],
  {
    workspace,
    definition,
    map,
    version,
  }: { readonly workspace: number; readonly definition: number; readonly map: bigint; readonly version: number },
): Uint8Array {
  if (judged.length !== paths.length)
    throw new Problem('internal', `${paths.length} sequences were to be judged; ${judged.length} came back.`);
  const rows = new RowBinary();
  for (const [i, one] of judged.entries()) {
    rows.uint32(workspace);
    rows.uint32(definition);
    rows.uint64((paths[i] as JudgedPath).path);
    rows.uint8(one.isOpen ? 1 : 0);
    rows.list(one.symbols, (symbol) => rows.uint16(symbol));
    rows.float64(one.cost);
    rows.float64(one.cheapest);
    rows.uint8(one.reached === null ? 0 : one.reached === 'goal' ? 1 : 2);
    rows.list(one.touches, (label) => rows.uint8(TOUCH_LABELS.indexOf(label)));
    rows.list(one.skips, ({ step }) => rows.uint16(step));
    rows.list(one.skips, ({ label }) => rows.uint8(SKIP_LABELS.indexOf(label)));
    rows.list(one.skips, ({ before }) => rows.uint32(before));
    rows.uint64(map);
    rows.uint64(BigInt(version));
  }
  return rows.bytes;
}
