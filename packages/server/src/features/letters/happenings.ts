import type { Alert } from '@continuo/contract';
import {
  type AlertChange,
  answeredOf,
  findStep,
  type GapsOfJourney,
  isNoneUsual,
  type LovedMoment,
  type SaidAt,
} from '@continuo/core';
import { answeredWords, type ChangeContext } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { shownAlert } from '../monitors/index.ts';
import { type FoundJourney, type Gathering, scopeOfJourney } from './gathering.ts';
import type { Patience } from './patience.ts';

/** The gaps of the counted ones of these journeys with what was decided about them, one map after the other. */
export async function gapsOf(
  gathering: Gathering,
  workspace: Workspace,
  journeys: readonly FoundJourney[],
  patience: Patience,
): Promise<readonly GapsOfJourney[]> {
  const { state } = gathering.services;
  const all: GapsOfJourney[] = [];
  for (const { key, lived } of journeys) {
    if (lived === null || lived.people === 0) continue;
    const input = { timeZone: workspace.timeZone };
    const answer = await patience.wait(() => gathering.ask(workspace.id, 'journey-gaps', scopeOfJourney(key), input));
    if (answer === null) continue;
    const marks = await state.journeyGapMarks.list(state.db, await state.journeys.get(state.db, workspace.id, key));
    const decided = new Map(marks.map(({ gap, action, actor }) => [gap, { action, actor }]));
    all.push({ journey: key, gaps: answer.result.gaps, decided });
  }
  return all;
}

const PRAISED_OF_JOURNEY = 3;

/** What was loved on the counted ones of these journeys; where there is none of them, anywhere. */
export async function lovedOf(
  gathering: Gathering,
  workspace: Workspace,
  journeys: readonly FoundJourney[],
  patience: Patience,
): Promise<{ readonly moments: readonly LovedMoment[]; readonly rule: string }> {
  const moments: LovedMoment[] = [];
  let rule = '';
  const counted = journeys.filter(({ lived }) => lived !== null && answeredOf(lived.voices) > 0);
  const scopes = counted.length === 0 ? [null] : counted.map(({ key }) => key);
  for (const key of scopes) {
    const scope = key === null ? { unit: 'person' as const } : scopeOfJourney(key);
    const input = { limit: PRAISED_OF_JOURNEY };
    const answer = await patience.wait(() => gathering.ask(workspace.id, 'praise', scope, input));
    if (answer === null) continue;
    rule = answer.result.rule;
    moments.push(...answer.result.moments.map((moment) => ({ ...moment, journey: key })));
  }
  return { moments, rule };
}

/** Who answered on the first of these journeys that anybody answered on, and what those who did not answer did. */
export async function answeredSays(
  gathering: Gathering,
  workspace: Workspace,
  journeys: readonly FoundJourney[],
  patience: Patience,
): Promise<string> {
  const journey = journeys.find(({ lived }) => lived !== null && answeredOf(lived.voices) > 0);
  if (journey === undefined || journey.lived === null) return '';
  const { lived, key, title, contract } = journey;
  const [most] = [...lived.steps].sort((a, b) => answeredOf(b.voices) - answeredOf(a.voices));
  const at: SaidAt | null = most && answeredOf(most.voices) > 0 ? { kind: 'step', step: most.step } : null;
  const silent =
    at === null ? null : await patience.wait(() => gathering.ask(workspace.id, 'silent', scopeOfJourney(key), { at }));
  const step = at === null ? null : findStep(contract, at.step);
  return `“${title}”: ${answeredWords(lived.voices, lived.customers, silent?.result ?? null, step?.title ?? null)}`;
}

/** Alerts that are open and not muted, without late call-backs, which have words of their own; those nobody has answered yet first, then the newest. */
export async function openAlerts({ state }: Services, workspace: Workspace, nowMs: number): Promise<readonly Alert[]> {
  const [open, watches] = await Promise.all([
    state.alerts.listOpen(state.db, workspace.id),
    state.watches.list(state.db, workspace.id),
  ]);
  const byId = new Map(watches.map((watch) => [watch.id, watch]));
  return open
    .flatMap((alert) => {
      const watch = byId.get(alert.watch);
      return watch === undefined ? [] : [shownAlert(alert, watch, workspace.timeZone)];
    })
    .filter(({ mutedUntilMs, measured }) => (mutedUntilMs === null || mutedUntilMs <= nowMs) && !isNoneUsual(measured))
    .sort((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null));
}

/** An open alert as a change; how many customers it hit is not what it counts. */
export function alertChange({ id, name, says, owner, measured }: Alert): AlertChange {
  return {
    id: String(id),
    title: name,
    detail: says,
    owner: owner === '' ? null : owner,
    people: null,
    at: measured.kind === 'step' ? { journey: measured.journey, step: measured.step } : null,
  };
}

/** What sentences about changes are made with. */
export function contextOf(journeys: readonly FoundJourney[], { timeZone }: Workspace, todayMs: number): ChangeContext {
  return { contracts: new Map(journeys.map(({ key, contract }) => [key, contract])), timeZone, todayMs };
}
