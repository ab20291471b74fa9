import { BOOKING } from '@continuo/synth';
import type { Services } from '../../platform/services.ts';
import { readHeard } from './heard.ts';
import { beginning, catchUp, type Making, planWatch } from './watches.ts';

const FLIGHT = 'month-in-the-sun';
const COMMON = { filters: [], how: 'unusual', period: 'day', learnFrom: null, mails: [], hasWebhook: false } as const;

/** What the demo's airline watches: the promise, where it breaks, where customers ask, and what customers love. */
export function demoWatches(source: number): readonly Making[] {
  const events = (activity: string) => ({ kind: 'events', activity, channel: null }) as const;
  return [
    { ...COMMON, measured: { kind: 'map', journey: FLIGHT, fact: 'as-promised' }, owner: 'Connections team' },
    { ...COMMON, measured: { kind: 'step', journey: FLIGHT, step: 'pick-up-bag', which: 'broken' }, owner: 'Baggage' },
    { ...COMMON, measured: events(BOOKING.phone), speaksOf: 'more', owner: 'Phone team' },
    { ...COMMON, measured: events(BOOKING.skip), speaksOf: 'more', owner: 'Seats' },
    { ...COMMON, measured: events(BOOKING.evening), speaksOf: 'fewer', owner: 'Airport Ottawa' },
    { ...COMMON, measured: { kind: 'answers', activity: null, which: 'unhappy' }, owner: 'Customer voice' },
    { ...COMMON, measured: events(BOOKING.book), how: 'missing', owner: 'Web shop' },
    { ...COMMON, measured: { kind: 'source', source }, how: 'missing', owner: 'Data team' },
  ];
}

/** Makes the demo's watches where there are none; they catch up with the twelve weeks as if they had been there. */
export async function ensureDemoWatches(services: Services, workspace: number): Promise<void> {
  const { state, clock } = services;
  if ((await state.watches.list(state.db, workspace)).length > 0) return;
  const source = (await state.sources.list(state.db, workspace)).find(
    ({ kind, status }) => kind === 'demo' && status === 'complete',
  );
  if (source === undefined) return;
  const here = await state.workspaces.get(state.db, workspace);
  const heard = await readHeard(services, here);
  for (const wish of demoWatches(source.id)) {
    const plan = await planWatch(services, here, wish, heard);
    await catchUp(
      services,
      here,
      await state.watches.create(state.db, workspace, beginning(plan, DEMO_ACTOR, clock.now())),
      heard,
    );
  }
}

/** Takes the demo's watches out again, but none that somebody else made. */
export async function removeDemoWatches({ state }: Services, workspace: number): Promise<void> {
  for (const { id, madeBy } of await state.watches.list(state.db, workspace))
    if (madeBy === DEMO_ACTOR) await state.watches.remove(state.db, workspace, id);
}

const DEMO_ACTOR = 'The demo';
