import {
  alignable,
  batchOf,
  type CompiledMap,
  compileMap,
  type JourneyDefinition,
  type Judged,
  judgementOf,
  judgeTouches,
  unpackAlignments,
} from '@continuo/core';
import { judgeRuns } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';
import { AlignPool } from '../align/align-pool.ts';

export interface JudgeOptions {
  /** The latest event of the data; null: there is none, and nothing to judge. */
  readonly dataAsOfMs: number | null;
  readonly signal?: AbortSignal | undefined;
  /** 0 … 1, by definitions. */
  readonly onProgress?: (share: number) => void;
}

/** Fewer touches than this are aligned at once, in about 20 ms: a thread takes longer to be told. */
const FEW_TOUCHES = 2_000;

/** The threads of a server, started when there is something to do; they do not keep the process alive. */
const pools = new WeakMap<object, AlignPool>();

function poolOf(warehouse: Services['warehouse']): AlignPool {
  const pool = pools.get(warehouse) ?? new AlignPool();
  pools.set(warehouse, pool);
  return pool;
}

/** Ends the threads that judge runs of this store; judging again would start new ones. */
export async function endJudging(warehouse: Services['warehouse']): Promise<void> {
  const pool = pools.get(warehouse);
  pools.delete(warehouse);
  await pool?.close();
}

/** Judges all distinct ways of definitions whose runs are built. Safe to repeat: what is judged already costs a look-up. */
export async function judgeAll(
  { warehouse }: Pick<Services, 'warehouse'>,
  workspace: number,
  journeys: readonly JourneyDefinition[],
  version: number,
  { dataAsOfMs, signal, onProgress }: JudgeOptions,
): Promise<void> {
  for (const [i, journey] of journeys.entries()) {
    const map = compileMap(journey.contract, journey.numbers);
    await judgeRuns(warehouse, {
      workspace,
      journey,
      judge: (sequences, isOpen) => judge(warehouse, map, sequences, isOpen, signal),
      dataAsOfMs,
      version,
      signal,
    });
    onProgress?.((i + 1) / journeys.length);
  }
}

async function judge(
  warehouse: Services['warehouse'],
  map: CompiledMap,
  sequences: readonly (readonly number[])[],
  isOpen: boolean,
  signal: AbortSignal | undefined,
): Promise<readonly Judged[]> {
  const batch = batchOf(sequences.map(alignable));
  if (batch.steps.length < FEW_TOUCHES) return judgeTouches(map, sequences, isOpen);
  const { tree, costs } = map;
  const aligned = await poolOf(warehouse).align({ tree, costs, batch, isOpen, signal });
  return unpackAlignments(aligned).map((alignment, i) =>
    judgementOf(map, sequences[i] as readonly number[], alignment, isOpen),
  );
}
