import type { Alert, CallbackMeasures, StoryPair } from '@continuo/contract';
import { type GapsOfJourney, type LovedMoment, placedSteps } from '@continuo/core';
import type { ChangeContext } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import { callbackMeasures, recoveryClock } from '../recovery/index.ts';
import type { FoundJourney, Gathering, MappedJourney } from './gathering.ts';
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
  /** Call-backs past due, by team; under null those of no team. */
  readonly late: ReadonlyMap<string | null, number>;
  /** Call-backs of the four weeks up to now, as their page counts them. */
  readonly callbacks: CallbackMeasures;
  readonly stories: StoryPair | null;
  readonly context: ChangeContext;
}

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
  const late = await state.callbacks.pastDueByTeam(state.db, workspace.id, nowMs);
  return {
    ...{ workspace, nowMs, dataUpToMs: build?.dataAsOfMs ?? null, journeys, gaps, loved: moments },
    alerts: await openAlerts(services, workspace, nowMs),
    late,
    callbacks: await callbackMeasures(services, workspace.id),
    stories: await gathering.stories(workspace),
    context: contextOf(journeys, workspace, nowMs),
  };
}

/** Teams and people who are named as owners on these maps, by name. */
export function teamsOf(journeys: readonly MappedJourney[]): readonly string[] {
  const owners = journeys.flatMap(({ contract }) => [
    contract.owner,
    ...placedSteps(contract).map(({ step }) => step.owner),
  ]);
  return [...new Set(owners.filter((owner) => owner !== null))].sort((a, b) => a.localeCompare(b, 'en'));
}
