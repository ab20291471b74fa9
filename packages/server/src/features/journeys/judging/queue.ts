import type { Judging } from '@continuo/contract';
import { type JudgedBy, Problem } from '@continuo/core';
import type { JourneyRef, StoredJourney } from '@continuo/state';
import type { Services } from '../../../platform/services.ts';
import type { LiveHub } from '../live/hub.ts';
import { buildJudging, sweep } from './build.ts';
import { endJudging } from './judge.ts';

/** A judging that failed is tried again when somebody asks, but not before this. */
const TRY_AGAIN_MS = 30_000;
const TELL_EVERY_MS = 400;

interface Job {
  readonly ref: JourneyRef;
  readonly judgedBy: JudgedBy;
  readonly controller: AbortController;
  /** Null while it waits. */
  progress: number | null;
  /** Somebody asked once more while it ran: what they changed may have come too late for it. */
  isAskedAgain: boolean;
}

/**
 * Gets judgings ready in the background, one after the other. What is to be done is told by the state alone (what a judging
 * needs, against what is built), so that a job that a crash ended begins again at the next start, and doing it twice is harmless.
 */
export class JudgingQueue {
  readonly #services: Services;
  readonly #hub: LiveHub;
  readonly #jobs = new Map<string, Job>();
  readonly #failedMs = new Map<string, number>();
  #tail: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(services: Services, hub: LiveHub) {
    this.#services = services;
    this.#hub = hub;
  }

  /** How far a judging is, without beginning it. */
  async look(journey: StoredJourney, judgedBy: JudgedBy): Promise<Judging> {
    const { state } = this.#services;
    const sources = await state.sources.listComplete(state.db, journey.workspace);
    const { isReady, error } = await state.journeyDefinitions.stateOf(state.db, journey, judgedBy, sources);
    const job = this.#jobs.get(keyOf(journey, judgedBy));
    return { isReady, progress: isReady ? null : (job?.progress ?? null), error: isReady || job ? null : error };
  }

  /** How far a judging is; one that is not ready is begun. Nothing was published: nothing is begun in its name. */
  async ask(journey: StoredJourney, judgedBy: JudgedBy): Promise<Judging> {
    const judging = await this.look(journey, judgedBy);
    const failedMs = this.#failedMs.get(keyOf(journey, judgedBy));
    const isTooSoon = failedMs !== undefined && this.#services.clock.now() < failedMs + TRY_AGAIN_MS;
    if (!judging.isReady && !isTooSoon && (judgedBy !== 'in-force' || journey.version > 0)) this.add(journey, judgedBy);
    return judging;
  }

  /** Puts a judging at the end of the queue; one that runs already begins once more when it has ended. */
  add(ref: JourneyRef, judgedBy: JudgedBy): void {
    const key = keyOf(ref, judgedBy);
    if (this.#isClosed) return;
    const known = this.#jobs.get(key);
    if (known !== undefined) {
      known.isAskedAgain = true;
      return;
    }
    const job: Job = {
      ref: { workspace: ref.workspace, id: ref.id },
      judgedBy,
      controller: new AbortController(),
      progress: null,
      isAskedAgain: false,
    };
    this.#jobs.set(key, job);
    this.#tail = this.#tail.then(() => this.#run(key, job));
  }

  async #run(key: string, job: Job): Promise<void> {
    const { ref, judgedBy, controller } = job;
    const { log, clock, state } = this.#services;
    let toldMs = 0;
    try {
      if (controller.signal.aborted) return;
      await buildJudging(this.#services, ref, judgedBy, {
        signal: controller.signal,
        onProgress: (progress) => {
          job.progress = progress;
          if (clock.now() - toldMs < TELL_EVERY_MS) return;
          toldMs = clock.now();
          this.#hub.judging(ref, judgedBy, { isReady: false, progress, error: null });
        },
      });
      this.#failedMs.delete(key);
    } catch (error) {
      // Somebody removed the journey meanwhile: nothing is left to do.
      const isGone = error instanceof Problem && error.code === 'journey.unknown';
      if (controller.signal.aborted || isGone) return;
      this.#failedMs.set(key, clock.now());
      log.error({ err: error, journey: ref.id, judgedBy }, 'judging.failed');
    } finally {
      this.#jobs.delete(key);
      if (job.isAskedAgain && !controller.signal.aborted) this.add(ref, judgedBy);
      const journey = (await state.journeys.list(state.db, ref.workspace)).find(({ id }) => id === ref.id);
      if (journey && !this.#isClosed) this.#hub.judging(ref, judgedBy, await this.look(journey, judgedBy));
    }
  }

  /** Stops a judging that waits or runs; resolves when nothing of ours works on it. What questions see stays. */
  async cancel(ref: JourneyRef, judgedBy: JudgedBy): Promise<void> {
    const { state } = this.#services;
    const key = keyOf(ref, judgedBy);
    this.#jobs.get(key)?.controller.abort(new Error('cancelled'));
    while (this.#jobs.has(key)) await new Promise((resolve) => setImmediate(resolve));
    await state.journeyDefinitions.giveUp(state.db, ref, judgedBy);
  }

  /** Runs of journeys that were removed, or replaced, leave the warehouse. */
  tidy(workspace: number): void {
    this.#tail = this.#tail.then(async () => {
      if (!this.#isClosed) await sweep(this.#services, workspace);
    });
    this.#tail = this.#tail.catch((error) => this.#services.log.error({ err: error }, 'judging.sweep_failed'));
  }

  /** Resolves when all that waits now is done. */
  async idle(): Promise<void> {
    await this.#tail;
  }

  /** Takes up what an earlier process left undone: everything in force, and drafts or versions that somebody asked for. */
  async resume(): Promise<void> {
    const { state } = this.#services;
    for (const { id: workspace } of await state.workspaces.list(state.db)) {
      const journeys = await state.journeys.list(state.db, workspace);
      for (const journey of journeys)
        if (journey.version > 0 && !(await this.look(journey, 'in-force')).isReady) this.add(journey, 'in-force');
      for (const one of await state.journeyDefinitions.listOf(state.db, workspace, 'waiting')) {
        const ref = { workspace, id: one.journey };
        if (one.kind !== 'version') this.add(ref, one.kind === 'draft' ? 'draft' : one.version);
      }
      this.tidy(workspace);
    }
  }

  /** Stops what runs at the next statement; what was not finished begins again at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { controller } of this.#jobs.values()) controller.abort(new Error('the server stops'));
    await this.#tail;
    await endJudging(this.#services.warehouse);
  }
}

function keyOf({ workspace, id }: JourneyRef, judgedBy: JudgedBy): string {
  return `${workspace}/${id}/${judgedBy}`;
}
