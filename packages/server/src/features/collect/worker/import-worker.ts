import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Problem } from '@continuo/core';
import { readContentFacts } from '../formats/content-facts.ts';
import { dryRunFile } from './dry-run.ts';
import { type LoadSink, loadFile, type ReadyChunk } from './load.ts';
import type { WorkerJob, WorkerMessage } from './messages.ts';
import { previewFile } from './preview.ts';

/** Chunks that may wait at the main thread: one being stored, one ready. */
const MAX_IN_FLIGHT = 2;
const PROGRESS_EVERY_MS = 200;

/** Does one job and answers; every failure becomes a message, never an exception that ends the process. */
async function main(port: MessagePort, job: WorkerJob): Promise<void> {
  const send = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, transfer);
  try {
    switch (job.job) {
      case 'preview':
        send({ type: 'preview', preview: await previewFile(job.path, job.name) });
        break;
      case 'dryRun': {
        const { path, format, mapping, workspaceZone, rows } = job;
        send({ type: 'dryRun', dryRun: await dryRunFile(path, format, mapping, workspaceZone, rows) });
        break;
      }
      case 'content': {
        const tick = every(PROGRESS_EVERY_MS);
        const content = await readContentFacts(job.path, job.format, (position) => {
          if (tick()) send({ type: 'progress', position, counts: null });
        });
        send({ type: 'content', content });
        break;
      }
      case 'load':
        send({ type: 'loaded', result: await loadFile(job.request, portSink(port, send)) });
        break;
    }
  } catch (error) {
    send(failure(error));
  } finally {
    port.close();
  }
}

function portSink(
  port: MessagePort,
  send: (message: WorkerMessage, transfer?: readonly ArrayBuffer[]) => void,
): LoadSink {
  let inFlight = 0;
  let wake: (() => void) | null = null;
  port.on('message', () => {
    inFlight -= 1;
    wake?.();
    wake = null;
  });
  const tick = every(PROGRESS_EVERY_MS);
  return {
    async hand(ready: ReadyChunk) {
      const { events, identities, touched } = ready.chunk;
      send({ type: 'chunk', ready }, [events.buffer, identities.buffer, touched.buffer]);
      inFlight += 1;
      while (inFlight >= MAX_IN_FLIGHT) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    progress(position, counts) {
      if (tick()) send({ type: 'progress', position, counts });
    },
  };
}

/** True at most once in so many milliseconds. */
function every(ms: number): () => boolean {
  let next = 0;
  return () => {
    const now = performance.now();
    if (now < next) return false;
    next = now + ms;
    return true;
  };
}

function failure(error: unknown): WorkerMessage {
  if (error instanceof Problem) {
    return { type: 'failed', code: error.code, message: error.message, details: error.details };
  }
  const what = error instanceof Error ? error.message : String(error);
  const message = `Reading the file failed in a way that was not foreseen (${what}). Nothing was kept. Please report it.`;
  return { type: 'failed', code: 'import.unreadable', message, details: {} };
}

if (parentPort !== null) await main(parentPort, workerData as WorkerJob);
