import { type Card, type JourneyContract, type LaneKind, placedSteps, type Step } from '@continuo/core';
import { emotionOf } from './step-emotion.ts';

/** Kinds of lanes that are a part of a step's blueprint there. */
const BLUEPRINT: Partial<Record<LaneKind, 'onstage' | 'backstage' | 'support'>> = {
  frontstage: 'onstage',
  backstage: 'backstage',
  systems: 'support',
};
const STEPS = 'steps';

/**
 * The map as OpenJourney 1.0 (`.ojf`). Steps are nodes of the lane “User Action”; other lanes are swimlanes of their own, front stage,
 * backstage and systems the step's blueprint. Events, groups, promises and rules are not known there and are lost.
 */
export function writeOjf(contract: JourneyContract): string {
  const lanes = contract.lanes.filter(
    ({ kind }) => BLUEPRINT[kind] === undefined && kind !== 'emotion' && kind !== 'actions',
  );
  const placed = placedSteps(contract);
  const nodes = placed.flatMap(({ step, stage }) => [
    stepNode(contract, step, stage.id),
    ...lanes.flatMap((lane) =>
      cardsOf(step, lane.id).map((card) => ({
        id: card.id,
        stageId: stage.id,
        swimlaneId: `lane-${lane.id}`,
        stepId: step.id,
        title: card.text,
        description: '',
      })),
    ),
  ]);
  const ojf = {
    version: '1.0',
    title: contract.title,
    ...(contract.meantFor.length === 0 ? {} : { persona: contract.meantFor.join(', ') }),
    pointOfView: contract.title,
    stages: contract.stages.map(({ id, title }) => ({ id, name: title })),
    swimlanes: [
      { id: STEPS, name: 'User Action' },
      ...lanes.map(({ id, title }) => ({ id: `lane-${id}`, name: title })),
    ],
    nodes,
  };
  return `${JSON.stringify(ojf, null, 2)}\n`;
}

const cardsOf = (step: Step, lane: string): readonly Card[] =>
  Object.hasOwn(step.cells, lane) ? (step.cells[lane] ?? []) : [];

function stepNode(contract: JourneyContract, step: Step, stageId: string): object {
  const emotion = emotionOf(contract, step);
  const of = (kind: LaneKind): readonly Card[] =>
    contract.lanes.filter((lane) => lane.kind === kind).flatMap((lane) => cardsOf(step, lane.id));
  const blueprint = {
    onstage: of('frontstage').map(({ text }) => ({ actor: '', action: text })),
    backstage: of('backstage').map(({ text }) => ({ actor: '', action: text })),
    support: of('systems').map(({ text }) => ({ system: text, description: '' })),
  };
  const hasBlueprint = Object.values(blueprint).some((parts) => parts.length > 0);
  return {
    id: step.id,
    stageId,
    swimlaneId: STEPS,
    title: step.title,
    description: of('actions')
      .map(({ text }) => text)
      .join('\n'),
    // Their scale ends at ±5.
    ...(emotion === null ? {} : { score: Math.sign(emotion) * Math.round(Math.abs(emotion) * 2.5) + 0 }),
    ...(step.matters ? { isMomentOfTruth: true } : {}),
    tags: [...step.channels],
    ...(hasBlueprint ? { blueprint } : {}),
  };
}
