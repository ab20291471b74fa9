import type { TimePromise } from '../../journey/contract.ts';
import type { PromiseState } from '../journey-promise.ts';
import { endMsOf, type JudgedRun, type LivedTouch, touchesOf } from './journey-run.ts';

export interface PromiseLived {
  readonly state: PromiseState;
  readonly fromMs: number;
  /** When the second step happened; null: not (yet). */
  readonly toMs: number | null;
  /** When the promise was decided, or (waiting) up to when it is known not to be, ms since its clock started. */
  readonly elapsedMs: number;
  /** Waiting, and the passage has gone silent: nobody will wait any longer. */
  readonly isAbandoned: boolean;
}

/** A touch that counts as having had the step: as planned or in another order, and it did not fail. */
export function isHad({ label, isFailed }: LivedTouch): boolean {
  return !isFailed && (label === 'as-planned' || label === 'other-order');
}

/** What became of the promise of this id; null when the map does not make it, or its clock never started. */
export function promiseLived(run: JudgedRun, id: string, dataAsOfMs: number): PromiseLived | null {
  const promise = run.judging.contract.promises.find((one) => one.id === id);
  return promise ? livedOf(run, promise, dataAsOfMs) : null;
}

function livedOf(run: JudgedRun, promise: TimePromise, dataAsOfMs: number): PromiseLived | null {
  const { numbers, contract } = run.judging;
  const touches = touchesOf(run);
  const start = touches.findIndex((touch) => touch.step === numbers.get(promise.from) && isHad(touch));
  if (start < 0) return null;
  const fromMs = (touches[start] as LivedTouch).atMs;
  const to = touches.slice(start + 1).find(({ step, isFailed }) => step === numbers.get(promise.to) && !isFailed);
  const deadline = fromMs + promise.withinMs;
  const decided = (state: PromiseState, atMs: number, isAbandoned = false): PromiseLived => ({
    state,
    fromMs,
    toMs: to?.atMs ?? null,
    elapsedMs: atMs - fromMs,
    isAbandoned,
  });
  if (to && to.atMs <= deadline) return decided('kept', to.atMs);
  const endMs = endMsOf(run, dataAsOfMs);
  if (run.status === 'failed' && endMs >= fromMs && endMs <= deadline) return decided('lapsed', endMs);
  if (to || dataAsOfMs > deadline) return decided('late', deadline + 1);
  const silentMs = (touches.at(-1) as LivedTouch).atMs + contract.passage.silenceMs;
  if (run.status === 'left') return decided('waiting', Math.max(silentMs, fromMs), true);
  return decided('waiting', Math.max(dataAsOfMs, fromMs));
}

/** Promises of the maps, newest first, each id once. */
export function promisesOf(
  runs: readonly { readonly contract: { readonly promises: readonly TimePromise[] } }[],
): TimePromise[] {
  const all = [...runs].reverse().flatMap(({ contract }) => contract.promises);
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}
