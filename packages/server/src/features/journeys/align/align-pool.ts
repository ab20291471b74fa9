import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { type PackedAlignments, Problem, type ProcessTree, type SequenceBatch, type StepCosts } from '@continuo/core';
import { startWorker } from '../../../platform/start-worker.ts';
import type { AlignAnswer, AlignOrder } from './align-messages.ts';
import { joinPacked, type Part, partsOf } from './parts.ts';

/** A worker that outgrows this ends with an error instead of taking the server with it. Rows of numbers lie outside of it. */
const MAX_HEAP_MB = 512;

export interface AlignRequest {
  readonly tree: ProcessTree;
  readonly costs: StepCosts;
  readonly batch: SequenceBatch;
  /** The runs are still under way: nothing is owed after their last touch. */
  readonly isOpen: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Sequences aligned so far, and in all. */
  readonly onProgress?: (done: number, all: number) => void;
}

interface Job {
  readonly map: number;
  readonly request: AlignRequest;
  readonly waiting: Part[];
  readonly done: { readonly part: Part; readonly packed: PackedAlignments }[];
  readonly finish: () => void;
  readonly fail: (error: unknown) => void;
  sequences: number;
}

interface Thread {
  readonly worker: Worker;
  /** Map it was told last. */
  map: number;
  work: { readonly job: Job; readonly part: Part } | null;
}

/**
 * Worker threads that align sequences, started when they are first needed and kept; idle ones do not keep the process alive.
 * Large batches are cut into parts that share the ends of their sequences; requests take turns part by part.
 */
export class AlignPool {
  readonly #size: number;
  readonly #threads = new Set<Thread>();
  readonly #jobs: Job[] = [];
  #maps = 0;
  #isClosed = false;

  /** `size`: threads at most; all cores but never more than 4 unless told. */
  constructor(size = Math.min(4, availableParallelism())) {
    this.#size = Math.max(1, size);
  }

  /**
   * Aligns a batch, in its order; the batch itself is not changed. Aborting ends the threads that work on it at once and
   * rejects with the signal's reason. Throws what `prepareAligner` throws, and `internal` when a thread dies.
   */
  async align(request: AlignRequest): Promise<PackedAlignments> {
    const { batch, signal } = request;
    signal?.throwIfAborted();
    if (this.#isClosed) throw new Problem('internal', 'The aligning threads were ended already.');
    const waiting = partsOf(batch);
    let job: Job | null = null;
    let stop = (): void => {};
    try {
      return await new Promise<PackedAlignments>((resolve, reject) => {
        this.#maps += 1;
        const mine: Job = {
          map: this.#maps,
          request,
          waiting,
          done: [],
          finish: () => resolve(joinPacked(mine.done, batch.starts.length - 1)),
          fail: reject,
          sequences: 0,
        };
        job = mine;
        stop = () => reject(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        this.#jobs.push(mine);
        this.#hand();
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      if (job !== null) this.#drop(job);
    }
  }

  /** Ends all threads; requests that wait or run reject with `internal`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = new Problem('internal', 'The aligning threads were ended.');
    for (const job of [...this.#jobs]) job.fail(ended);
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
    this.#threads.clear();
  }

  /** Gives waiting parts to idle threads; the job that got a thread goes to the end of the line. */
  #hand(): void {
    for (;;) {
      const job = this.#jobs.find(({ waiting }) => waiting.length > 0);
      if (job === undefined || this.#isClosed) return;
      const thread = this.#idleThread(job);
      if (thread === null) return;
      this.#jobs.push(...this.#jobs.splice(this.#jobs.indexOf(job), 1));
      const part = job.waiting.shift() as Part;
      const { tree, costs, isOpen } = job.request;
      if (thread.map !== job.map) send(thread, { type: 'map', map: job.map, tree, costs });
      thread.map = job.map;
      thread.work = { job, part };
      thread.worker.ref();
      send(thread, { type: 'batch', map: job.map, batch: part.batch, isOpen }, [
        part.batch.steps.buffer as ArrayBuffer,
        part.batch.starts.buffer as ArrayBuffer,
      ]);
    }
  }

  /** An idle thread, best one that has the map of the job already; null when all are busy. */
  #idleThread(job: Job): Thread | null {
    const idle = [...this.#threads].filter(({ work }) => work === null);
    const known = idle.find(({ map }) => map === job.map) ?? idle[0];
    if (known !== undefined) return known;
    return this.#threads.size < this.#size ? this.#startThread() : null;
  }

  #startThread(): Thread {
    const worker = startWorker(import.meta.url, './align-worker', {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    const thread: Thread = { worker, map: 0, work: null };
    this.#threads.add(thread);
    worker.on('message', (answer: AlignAnswer) => this.#take(thread, answer));
    const died = (cause: unknown): void => {
      if (!this.#threads.delete(thread)) return;
      thread.work?.job.fail(
        new Problem('internal', 'A thread that aligns runs ended unexpectedly. Nothing was kept; try again.', {
          cause,
        }),
      );
      this.#hand();
    };
    worker.on('error', died);
    worker.on('exit', died);
    // After the listeners, which would keep the process alive again; at work a thread does.
    worker.unref();
    return thread;
  }

  #take(thread: Thread, answer: AlignAnswer): void {
    const { work } = thread;
    thread.work = null;
    thread.worker.unref();
    if (work === null) return;
    const { job, part } = work;
    if (answer.type === 'failed') {
      job.fail(new Problem(answer.code, answer.message, { details: answer.details }));
    } else {
      job.done.push({ part, packed: answer.packed });
      job.sequences += part.indices.length;
      const all = job.request.batch.starts.length - 1;
      job.request.onProgress?.(job.sequences, all);
      if (job.sequences === all) job.finish();
    }
    this.#hand();
  }

  /** Forgets a job that is over; threads still at work on it are ended, others will take their place. */
  #drop(job: Job): void {
    const at = this.#jobs.indexOf(job);
    if (at >= 0) this.#jobs.splice(at, 1);
    for (const thread of [...this.#threads]) {
      if (thread.work?.job !== job) continue;
      this.#threads.delete(thread);
      void thread.worker.terminate();
    }
    this.#hand();
  }
}

function send({ worker }: Thread, order: AlignOrder, transfer: readonly ArrayBuffer[] = []): void {
  worker.postMessage(order, transfer);
}
