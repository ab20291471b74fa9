import type { Watch } from '@continuo/contract';
import { harmfulSide } from '@continuo/core';
import type { StoredWatch, WatchPlan, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { type Heard, readHeard } from './heard.ts';
import { newStanding } from './judge.ts';
import { judge, keep } from './keep.ts';
import { readHours, readPast } from './past.ts';
import { checkWish, hourLearnFrom, isHourly, learnFromOf, type WatchWish } from './preview.ts';
import { shownWatch } from './show.ts';
import { nameOfMeasured } from './titles.ts';

export interface Making extends WatchWish, Pick<WatchPlan, 'owner' | 'mails' | 'hasWebhook'> {
  readonly name?: string | undefined;
}

/**
 * The plan of a watch: what it learns from is settled now, from what is known now (or was `known` a moment ago). Throws `input.invalid` for what cannot be
 * watched so, `journey.unknown` and `journey.not_ready`.
 */
export async function planWatch(
  services: Services,
  workspace: Workspace,
  wish: Making,
  known?: Heard,
): Promise<WatchPlan> {
  checkWish(wish);
  const { measured, filters, how, owner, mails, hasWebhook } = wish;
  const heard = known ?? (await readHeard(services, workspace));
  const byHour = isHourly(wish);
  const learnFrom = byHour
    ? hourLearnFrom(wish.learnFrom, (await readHours(services, workspace, heard, wish)).hours, workspace.timeZone)
    : learnFromOf(wish, (await readPast(services, workspace, heard, wish)).points, workspace.timeZone);
  return {
    name: wish.name ?? (await nameOfMeasured(services, workspace.id, measured)),
    ...{ measured, filters, how, owner, mails, hasWebhook, learnFrom },
    period: byHour ? 'hour' : wish.period,
    speaksOf: how === 'missing' ? 'fewer' : (wish.speaksOf ?? harmfulSide(measured)),
  };
}

/**
 * Lets a new watch (or one that learns anew) catch up with the past: what it would have said is kept, and an episode that goes
 * on is its first alert.
 */
export async function catchUp(
  services: Services,
  workspace: Workspace,
  watch: StoredWatch,
  known?: Heard,
): Promise<StoredWatch> {
  const { state } = services;
  const heard = known ?? (await readHeard(services, workspace));
  await keep(services, workspace, watch, await judge(services, workspace, heard, watch));
  return state.watches.get(state.db, workspace.id, watch.id);
}

/** Watches as they are shown: those that speak first, then by name. */
export async function listWatches({ state }: Services, { id: workspace }: Workspace): Promise<Watch[]> {
  const [watches, open] = await Promise.all([
    state.watches.list(state.db, workspace),
    state.alerts.listOpen(state.db, workspace),
  ]);
  return watches
    .map((watch) => shownWatch(watch, open.find((alert) => alert.watch === watch.id) ?? null))
    .sort((a, b) => Number(b.alert !== null) - Number(a.alert !== null) || (a.name < b.name ? -1 : 1));
}

/** A watch before it is kept, as it begins. */
export const beginning = (plan: WatchPlan, madeBy: string, madeMs: number) => ({
  ...plan,
  ...newStanding(plan.period),
  madeBy,
  madeMs,
});
