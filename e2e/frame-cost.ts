import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, µs. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/**
 * Processor time of the page's own thread, in ms, from a key until the first painted frame in which `shown` (a selector) is
 * there: scripts, style, layout, paint and hand-over, whole tasks of it. Time in which another process had the core does not
 * count, so that the load of the machine hardly changes it; being traced costs a little and is counted.
 */
export async function frameCost(page: Page, key: string, shown: string): Promise<number> {
  await page.evaluate((selector) => {
    const marked = new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      // The message comes behind the frame that is being made.
      port1.onmessage = () => {
        performance.mark('frame-cost-shown');
        done();
      };
      const look = () => {
        if (document.querySelector(selector)) port2.postMessage(null);
        else requestAnimationFrame(look);
      };
      addEventListener('keydown', () => requestAnimationFrame(look), { capture: true, once: true });
    });
    Object.assign(globalThis, { frameCostShown: marked });
  }, shown);
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, async () => {
    await page.keyboard.press(key);
    await page.evaluate(() => (globalThis as unknown as { frameCostShown: Promise<void> }).frameCostShown);
  });
  await session.detach();
  const pressed = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const mark = events.find(({ name }) => name === 'frame-cost-shown');
  if (!pressed || !mark) throw new Error(`The trace lacks the ${pressed ? 'frame' : 'key'}.`);
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      name === 'RunTask' &&
      ph === 'X' &&
      pid === pressed.pid &&
      tid === pressed.tid &&
      ts + dur >= pressed.ts &&
      ts < mark.ts,
  );
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  });
  await act();
  await session.send('Tracing.end');
  await ended;
  return events;
}

/** The middle one; of an even count the upper of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
