import { type JourneyMap, type MapStep, type OffMapStep, type PlacedStep, placedSteps } from '@continuo/core';
import { counted } from '../words/format.ts';
import { STATUS_WORDS } from '../words/map-words.ts';
import type { MapInput } from './map-input.ts';
import type { MapColumn, MapStage } from './map-view.ts';
import { offMapStatus, stageStatus, stepStatus } from './status.ts';

const MOST_OFF_MAP = 6;
const OFF_MAP_SHARE = 0.02;
const OFF_MAP_PEOPLE = 5;
const ANSWERED_SHARE = 0.9;

/** A column with what it is made of. */
export type Source =
  | {
      readonly kind: 'step';
      readonly column: Extract<MapColumn, { kind: 'step' }>;
      readonly placed: PlacedStep;
      /** Null: nothing lived is known of it, or it is not to be shown. */
      readonly lived: MapStep | null;
    }
  | {
      readonly kind: 'off-map';
      readonly column: Extract<MapColumn, { kind: 'off-map' }>;
      readonly lived: OffMapStep;
    };

export interface Columns {
  readonly sources: readonly Source[];
  readonly stages: readonly MapStage[];
  readonly notes: readonly string[];
}

/**
 * Steps in file order; after each what customers do there that is not on the map: at most the six commonest, done by
 * 2 of 100 or by five people. Lived leaves out steps that are not connected, Planned everything off the map.
 */
export function columnsOf({ contract, lived, layer }: MapInput): Columns {
  const byStep = new Map((layer === 'planned' ? [] : (lived?.steps ?? [])).map((step) => [step.step, step]));
  const { shown, notes } = layer === 'planned' || lived === null ? NOTHING_OFF_MAP : offMapOf(lived);
  const placed = placedSteps(contract);
  const known = new Set(placed.map(({ step }) => step.id));
  const sources: Source[] = [];
  const offMapAfter = (after: string | null, stage: number): void => {
    for (const one of shown) if (one.after === after) sources.push(offMapSource(one, stage));
  };
  offMapAfter(null, 0);
  for (const at of placed) {
    const stage = contract.stages.indexOf(at.stage);
    const found = byStep.get(at.step.id) ?? null;
    if (layer !== 'lived' || found?.isConnected === true) sources.push(stepSource(at, stage, found, lived !== null));
    offMapAfter(at.step.id, stage);
  }
  const lost = shown.filter(({ after }) => after !== null && !known.has(after));
  sources.push(...lost.map((one) => offMapSource(one, Math.max(0, contract.stages.length - 1))));
  const stages = stagesOf(sources, { contract, layer });
  return { sources: sources.map((source) => inStages(source, contract, stages)), stages, notes };
}

/** Stages without a column are left out, so that the others get new places. */
function inStages(source: Source, { stages }: MapInput['contract'], shown: readonly MapStage[]): Source {
  const stage = shown.findIndex(({ id }) => id === stages[source.column.stage]?.id);
  return source.kind === 'step'
    ? { ...source, column: { ...source.column, stage } }
    : { ...source, column: { ...source.column, stage } };
}

const NOTHING_OFF_MAP = { shown: [], notes: [] } as const;

function offMapOf({ offMap, people }: JourneyMap): {
  readonly shown: readonly OffMapStep[];
  readonly notes: readonly string[];
} {
  const frequent = [...offMap]
    .filter((one) => !isAnswer(one))
    .filter((one) => one.people >= OFF_MAP_PEOPLE || one.people >= OFF_MAP_SHARE * people)
    .sort((a, b) => b.people - a.people || (a.activity < b.activity ? -1 : 1));
  const shown = frequent.slice(0, MOST_OFF_MAP);
  const left = offMap.filter((one) => !isAnswer(one)).length - shown.length;
  const words = `${counted(left, 'more thing')} that customers do ${left === 1 ? 'is' : 'are'} not on our map; the list of gaps has them.`;
  return { shown, notes: left === 0 ? [] : [words] };
}

/** Nearly all who did it gave a score: an answer to a survey, which is a voice and no step. */
function isAnswer({ people, voices }: OffMapStep): boolean {
  return people > 0 && voices.unhappy + voices.neutral + voices.happy >= ANSWERED_SHARE * people;
}

function stepSource(placed: PlacedStep, stage: number, lived: MapStep | null, isKnown: boolean): Source {
  const { id, title } = placed.step;
  const status = stepStatus(lived);
  const isConnected = isKnown ? (lived?.isConnected ?? false) : null;
  const column = { kind: 'step', id: `step:${id}`, step: id, title, stage, status, isConnected } as const;
  return { kind: 'step', column, placed, lived };
}

function offMapSource(lived: OffMapStep, stage: number): Source {
  const { activity } = lived;
  const names = { id: `off:${activity}`, activity, title: activity };
  const column = { kind: 'off-map', ...names, stage, status: offMapStatus(lived), isConnected: true } as const;
  return { kind: 'off-map', column, lived };
}

function stagesOf(sources: readonly Source[], { contract, layer }: Pick<MapInput, 'contract' | 'layer'>): MapStage[] {
  return contract.stages.flatMap(({ id, title }, index) => {
    const columns = sources.flatMap(({ column }) => (column.stage === index ? [column] : []));
    if (columns.length === 0) return [];
    const status = layer === 'planned' ? null : stageStatus(columns.map((column) => column.status));
    const from = sources.findIndex(({ column }) => column.stage === index);
    return [{ id, title, status, words: status === null ? '' : STATUS_WORDS[status], from, columns: columns.length }];
  });
}
