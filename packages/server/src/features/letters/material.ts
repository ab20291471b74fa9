import type { Alert, StoryPair } from '@continuo/contract';
import { type GapsOfJourney, type LovedMoment, placedSteps } from '@continuo/core';
import type { ChangeContext } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import { callbackListOf, recoveryClock } from '../recovery/index.ts';
import type { FoundJourney, Gathering } from './gathering.ts';
import { contextOf, gapsOf, lovedOf, openAlerts } from './happenings.ts';
import { Patience } from './patience.ts';

/** All that letters and cards of one workspace are written from, gathered once. */
export interface Material {
  readonly workspace: Workspace;
  readonly nowMs: number;
  /** Up to when things had arrived, ms; null: nothing has. */
  readonly dataUpToMs: number | null;
  readonly journeys: readonly FoundJourney[];
  readonly gaps: readonly GapsOfJourney[];
  readonly loved: readonly LovedMoment[];
  readonly alerts: readonly Alert[];
  /** Call-backs past due: all, and by team. */
  readonly late: { readonly all: number; readonly byTeam: ReadonlyMap<string, number> };
  readonly stories: StoryPair | null;
  readonly context: ChangeContext;
}

const MOST_LATE = 1000;

/** Gathers it, however long it takes. */
export async function materialOf(gathering: Gathering, workspace: Workspace): Promise<Material> {
  const { services } = gathering;
  const { state } = services;
  const patience = new Patience(null);
  const [{ nowMs }, build] = await Promise.all([
    recoveryClock(services, workspace.id),
    state.builds.last(state.db, workspace.id),
  ]);
  const journeys = await gathering.journeys(workspace, patience);
  const gaps = await gapsOf(gathering, workspace, journeys, patience);
  const { moments } = await lovedOf(gathering, workspace, journeys, patience);
  const listing = { tab: 'past-due', me: 0, most: MOST_LATE, afterId: null } as const;
  const { counts, items } = await callbackListOf(services, workspace, listing);
  const byTeam = new Map<string, number>();
  for (const { team } of items) if (team !== null) byTeam.set(team, (byTeam.get(team) ?? 0) + 1);
  return {
    ...{ workspace, nowMs, dataUpToMs: build?.dataAsOfMs ?? null, journeys, gaps, loved: moments },
    alerts: await openAlerts(services, workspace, nowMs),
    late: { all: counts['past-due'], byTeam },
    stories: await gathering.stories(workspace),
    context: contextOf(journeys, workspace, nowMs),
  };
}

/** Teams and people who are named as owners on these maps, by name. */
export function teamsOf(journeys: readonly FoundJourney[]): readonly string[] {
  const owners = journeys.flatMap(({ contract }) =>
    contract === null ? [] : [contract.owner, ...placedSteps(contract).map(({ step }) => step.owner)],
  );
  return [...new Set(owners.filter((owner) => owner !== null))].sort((a, b) => a.localeCompare(b, 'en'));
}
