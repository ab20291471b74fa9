import type { Block, Group, JourneyContract, Stage, Step } from './contract.ts';

/** A step with where it stands. */
export interface PlacedStep {
  readonly step: Step;
  readonly stage: Stage;
  /** Groups around it, outermost first. */
  readonly groups: readonly Group[];
  /** 0 … n-1 in file order. */
  readonly position: number;
}

/** Every step in file order: the order of columns, and of matching. */
export function placedSteps(contract: JourneyContract): readonly PlacedStep[] {
  const placed: PlacedStep[] = [];
  const visit = (stage: Stage, blocks: readonly Block[], groups: readonly Group[]): void => {
    for (const block of blocks) {
      if (block.kind === 'step') placed.push({ step: block, stage, groups, position: placed.length });
      else visit(stage, block.blocks, [...groups, block]);
    }
  };
  for (const stage of contract.stages) visit(stage, stage.blocks, []);
  return placed;
}

/** The step with this id; null when there is none. */
export function findStep(contract: JourneyContract, id: string): Step | null {
  return placedSteps(contract).find(({ step }) => step.id === id)?.step ?? null;
}

/** Whether a touch of the step can mean that they got what they came for. */
export function isGoal({ ends }: Pick<Step, 'ends'>): boolean {
  return ends === 'goal' || ends === 'goal-either-way';
}

/** Whether the step may be passed over: itself or a group around it is optional, or it is one of a choice. */
export function mayBeSkipped({ step, groups }: PlacedStep): boolean {
  return step.isOptional || groups.some((group) => group.isOptional || group.kind === 'choice');
}

/** The contract with every step replaced by what `change` makes of it. */
export function mapSteps(contract: JourneyContract, change: (step: Step) => Step): JourneyContract {
  const of = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block) => (block.kind === 'step' ? change(block) : { ...block, blocks: of(block.blocks) }));
  return { ...contract, stages: contract.stages.map((stage) => ({ ...stage, blocks: of(stage.blocks) })) };
}

/** Whether data can show the step: it has matchers of its own, or those of a touchpoint. */
export function isMatched({ matchers, touchpoint }: Pick<Step, 'matchers' | 'touchpoint'>): boolean {
  return matchers.length > 0 || touchpoint !== null;
}
