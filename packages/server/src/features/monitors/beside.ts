import type { AlertBeside } from '@continuo/contract';
import {
  type Filter,
  hasMoved,
  leadsOf,
  type Measured,
  type Moved,
  type Point,
  placedSteps,
  type Stretch,
} from '@continuo/core';
import { valueWords } from '@continuo/diagram';
import type { StoredAlert, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { overviewOf } from '../workspaces/index.ts';
import { type Heard, type HeardMeasured, readHeard } from './heard.ts';
import { readDays, readSteps } from './past.ts';
import { slotEnd, slotStart } from './slots.ts';

/** What an alert is held against: so many days before it. */
const DAYS_BEFORE = 28;
/** Each group is asked for by itself. */
const MOST_GROUPS = 12;
const MOST_VALUES = 6;
const MOST_SHOWN = 3;
/** Watches that spoke within so many days spoke at the same time. */
const NEAR_DAYS = 3;
const DAY_MS = 86_400_000;

interface Window {
  /** Days before, and of the alert: first and last. */
  readonly before: readonly [number, number];
  readonly during: readonly [number, number];
}

/**
 * Where to look first: groups of customers among whom most of it lies, other steps of the map that hurt more than before, other
 * watches that spoke at the same time. Counts of the same question with one more filter, never a cause. Throws
 * `journey.unknown` and `journey.not_ready`.
 */
export async function besideAlert(services: Services, workspace: Workspace, alert: StoredAlert): Promise<AlertBeside> {
  const { state } = services;
  const watch = await state.watches.get(state.db, workspace.id, alert.watch);
  const { timeZone } = workspace;
  const { period, measured, filters } = watch;
  const dayOf = (slot: number): number =>
    period === 'day' ? slot : Math.floor(slotStart(slot, period, timeZone) / DAY_MS);
  const first = dayOf(alert.sinceSlot);
  const last = Math.max(first, period === 'week' ? dayOf(alert.lastSlot) + 6 : dayOf(alert.lastSlot));
  const window: Window = { before: [first - DAYS_BEFORE, first - 1], during: [first, last] };
  const days = ([from, to]: readonly [number, number]) => ({
    fromMs: slotStart(from, 'day', timeZone),
    toMs: slotEnd(to, 'day', timeZone),
  });
  const heard = await readHeard(services, workspace);
  const [groups, steps, alerts] = await Promise.all([
    groupsOf(services, workspace, heard, { measured, filters, window, alert }),
    stepsOf(services, workspace, heard, { measured, filters, window }),
    alertsNear(services, workspace, alert),
  ]);
  return { range: days(window.during), before: days(window.before), ...groups, steps, alerts };
}

interface Asked {
  readonly measured: Measured;
  readonly filters: readonly Filter[];
  readonly window: Window;
}

function movedIn(points: Iterable<Point>, { before, during }: Window, isCount: boolean): Moved {
  const all = [...points];
  const sum = ([from, to]: readonly [number, number]): Stretch => {
    const within = all.filter(({ slot }) => slot >= from && slot <= to);
    return {
      n: within.reduce((total, { n }) => total + n, 0),
      of: isCount ? null : within.reduce((total, { of }) => total + (of ?? 0), 0),
      days: to - from + 1,
    };
  };
  return { before: sum(before), after: sum(during) };
}

const says = ({ before, after }: Moved): string => {
  const long = after.of === null ? ` in ${after.days} days` : '';
  const earlier = before.of === null ? ` in ${before.days} days` : '';
  return `${valueWords(after.n, after.of)}${long}; before ${valueWords(before.n, before.of)}${earlier}`;
};

async function groupsOf(
  services: Services,
  workspace: Workspace,
  heard: Heard,
  { measured, filters, window, alert }: Asked & { readonly alert: StoredAlert },
): Promise<Pick<AlertBeside, 'groups' | 'looked'>> {
  if (measured.kind === 'callbacks' || measured.kind === 'source' || measured.kind === 'arrivals')
    return { groups: [], looked: 0 };
  const { attributes } = await overviewOf(services, workspace);
  const isCount = alert.first.of === null;
  // Of a group of which there are more than before, more of everything is to be expected: events are held against all of its events.
  const isOfAll = measured.kind === 'events' && measured.activity !== null;
  const everything = { kind: 'events', activity: null, channel: null } as const;
  const count = async (what: HeardMeasured, more: readonly Filter[], plain: boolean): Promise<Moved> => {
    const asked = { heard, measured: what, filters: [...filters, ...more] };
    const found = await readDays(services, workspace.id, workspace.timeZone, asked);
    return movedIn(found.values(), window, plain);
  };
  const read = async (more: readonly Filter[]): Promise<{ readonly moved: Moved; readonly says: string }> => {
    const own = await count(measured, more, isCount);
    if (!isOfAll) return { moved: own, says: says(own) };
    const all = await count(everything, more, true);
    const of = (which: 'before' | 'after'): Stretch => ({ ...own[which], of: all[which].n });
    return { moved: { before: of('before'), after: of('after') }, says: says(own) };
  };
  const known = new Set(filters.flatMap((filter) => (filter.kind === 'attribute' ? [filter.attribute] : [])));
  const asked: { attribute: string; value: string }[] = [];
  const looked = new Set<string>();
  for (const { name, values } of attributes) {
    if (known.has(name) || values.length < 2 || values.length > MOST_VALUES) continue;
    if (asked.length + values.length > MOST_GROUPS) continue;
    looked.add(name);
    asked.push(...values.map((value) => ({ attribute: name, value })));
  }
  const whole = await read([]);
  const parts: (Awaited<ReturnType<typeof read>> & { attribute: string; value: string })[] = [];
  // One after the other: nobody waits for it as for the page.
  for (const { attribute, value } of asked)
    parts.push({ attribute, value, ...(await read([{ kind: 'attribute', attribute, values: [value] }])) });
  const groups = leadsOf(whole.moved, parts, alert.side).slice(0, MOST_SHOWN);
  return {
    groups: groups.map(({ attribute, value, says: words }) => ({ attribute, value, says: words })),
    looked: looked.size,
  };
}

/** Other steps of the same map that hurt more customers than before. */
async function stepsOf(
  services: Services,
  { id: workspace, timeZone }: Workspace,
  heard: Heard,
  { measured, filters, window }: Asked,
): Promise<AlertBeside['steps']> {
  if (measured.kind !== 'map' && measured.kind !== 'step') return [];
  const { journey } = measured;
  const rows = await readSteps(services, workspace, timeZone, { heard, journey, filters });
  const found = await services.state.journeys.find(services.state.db, workspace, journey);
  if (found === null) return [];
  return placedSteps(found.draft)
    .filter(({ step }) => measured.kind === 'map' || step.id !== measured.step)
    .map(({ step }) => {
      const own = rows.filter((row) => row.step === step.id);
      const moved = movedIn(
        own.map(({ day, harmed, came }) => ({ slot: day, n: harmed, of: came })),
        window,
        false,
      );
      return { step, moved };
    })
    .filter(({ moved }) => hasMoved(moved, 'more'))
    .sort((a, b) => b.moved.after.n - a.moved.after.n)
    .slice(0, MOST_SHOWN)
    .map(({ step, moved }) => ({ journey, step: step.id, title: step.title, says: says(moved) }));
}

async function alertsNear(
  { state }: Services,
  { id: workspace, timeZone }: Workspace,
  { id, watch, sinceSlot }: StoredAlert,
): Promise<AlertBeside['alerts']> {
  const [open, past, watches] = await Promise.all([
    state.alerts.listOpen(state.db, workspace),
    state.alerts.listPast(state.db, workspace, 100),
    state.watches.list(state.db, workspace),
  ]);
  const byId = new Map(watches.map((one) => [one.id, one]));
  const sinceOf = (one: { readonly watch: number; readonly sinceSlot: number }): number =>
    slotStart(one.sinceSlot, byId.get(one.watch)?.period ?? 'day', timeZone);
  const mine = sinceOf({ watch, sinceSlot });
  return [...open, ...past]
    .filter((one) => one.id !== id && one.watch !== watch && Math.abs(sinceOf(one) - mine) <= NEAR_DAYS * DAY_MS)
    .map((one) => ({ id: one.id, name: byId.get(one.watch)?.name ?? '', sinceMs: sinceOf(one) }))
    .sort((a, b) => a.sinceMs - b.sinceMs)
    .slice(0, 5);
}
