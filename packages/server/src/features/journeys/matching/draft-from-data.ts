import type { ScopeInput } from '@continuo/contract';
import {
  blankJourney,
  blockStability,
  coveredRoutes,
  type DraftBlock,
  dealtOut,
  draftMap,
  draftSteps,
  draftToContract,
  type JourneyContract,
  mineTree,
  promisePairs,
} from '@continuo/core';
import type { AskOptions } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';
import { askQuestion } from '../../analysis/index.ts';

/** Routes that are read; rarer ones are left out of the counts. */
const MOST_ROUTES = 10_000;
/** Drawing customers anew this often says how steady a block is to about 7 of 100. */
const ROUNDS = 50;
/** Two steps further apart than this are not what anybody promises. */
const WINDOW_MS = 366 * 86_400_000;
/** Waits between must-steps are asked for this many pairs; a longer map proposes no promises behind them. */
const MOST_PAIRS = 20;

export interface DraftWish {
  readonly key: string;
  readonly title: string;
  readonly scope: ScopeInput;
  readonly share: number;
}

export interface Drafted {
  readonly contract: JourneyContract;
  readonly runs: number;
  readonly kept: number;
  readonly stability: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>>;
}

/**
 * A map of what customers do: mined from their commonest routes, every step connected to its events, with promises that nine
 * of ten customers saw kept. Nothing is stored. No events: a map without stages.
 */
export async function draftFromData(
  services: Services,
  workspace: number,
  { key, title, scope, share }: DraftWish,
  options: AskOptions = {},
): Promise<Drafted> {
  const { result } = await askQuestion(services, workspace, {
    question: 'variants',
    scope,
    input: { limit: MOST_ROUTES },
    options,
  });
  const numbers = new Map<string, number>();
  const numberOf = (activity: string): number => {
    const number = numbers.get(activity) ?? numbers.size + 1;
    numbers.set(activity, number);
    return number;
  };
  const routes = result.variants.map(({ path, runs, people }) => ({ sequence: path.map(numberOf), runs, people }));
  const names = new Map([...numbers].map(([activity, number]) => [number, activity]));
  const covered = coveredRoutes(routes, share);
  const tree = mineTree(covered.routes);
  const stability = blockStability(tree, dealtOut(routes), { share, rounds: ROUNDS });
  const waits = [];
  for (const { from, to } of promisePairs(tree).slice(0, MOST_PAIRS)) {
    const wait = await waitBetween(services, workspace, scope, [names.get(from) ?? '', names.get(to) ?? ''], options);
    if (wait !== null) waits.push({ from, to, ...wait });
  }
  const draft = draftMap({ tree, routes, names, waits, stability });
  const blocks = draft.stages.flatMap((stage) => stage.blocks);
  return {
    contract: { ...draftToContract(draft, { key, title }), passage: passageLike(scope) },
    runs: covered.ofRuns,
    kept: covered.runs,
    stability: Object.fromEntries(
      allBlocks(blocks).flatMap((block) => (block.stability === null ? [] : [[block.id, block.stability]])),
    ),
    people: await peopleAt(services, workspace, scope, draftSteps(blocks), options),
  };
}

/** Passages of the map are cut as the journeys were from which it was drafted, as far as they can be. */
function passageLike({ unit, gapMs }: ScopeInput): JourneyContract['passage'] {
  const { passage } = blankJourney('draft', 'Draft');
  if (unit === 'case') return { ...passage, by: 'case' };
  return unit === 'gap' && typeof gapMs === 'number' ? { ...passage, silenceMs: gapMs } : passage;
}

function allBlocks(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  return blocks.flatMap((block) => (block.kind === 'step' ? [block] : [block, ...allBlocks(block.blocks)]));
}

/** From the first time of one activity to the next of another, over customers; null when nobody went from one to the other. */
async function waitBetween(
  services: Services,
  workspace: number,
  scope: ScopeInput,
  [from, to]: readonly [string, string],
  options: AskOptions,
): Promise<{ readonly waits: number; readonly p90Ms: number } | null> {
  const { result } = await askQuestion(services, workspace, {
    question: 'funnel',
    scope,
    input: { steps: [[from], [to]], windowMs: WINDOW_MS },
    options,
  });
  const second = result.groups[0]?.steps[1];
  return second?.p90Ms == null ? null : { waits: second.reached, p90Ms: second.p90Ms };
}

async function peopleAt(
  services: Services,
  workspace: number,
  scope: ScopeInput,
  steps: readonly { readonly id: string; readonly event: string }[],
  options: AskOptions,
): Promise<Record<string, number>> {
  const { result } = await askQuestion(services, workspace, { question: 'activities', scope, options });
  const people = new Map(result.activities.map((one) => [one.activity, one.people]));
  return Object.fromEntries(steps.map(({ id, event }) => [id, people.get(event) ?? 0]));
}
