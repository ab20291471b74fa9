import { type JourneyContract, placedSteps, type Step, withTouchpoints } from '@continuo/core';
import type { Services } from '../../platform/services.ts';

/** Maps as call-backs see them: the newest published version of each journey, else its draft, with its touchpoints' matchers. */
export async function mapsOf(
  { state }: Pick<Services, 'state'>,
  workspace: number,
): Promise<readonly JourneyContract[]> {
  const [journeys, touchpoints] = await Promise.all([
    state.journeys.list(state.db, workspace),
    state.touchpoints.list(state.db, workspace),
  ]);
  const owners = new Map(touchpoints.map(({ key, owner }) => [key, owner]));
  const maps: JourneyContract[] = [];
  for (const journey of journeys) {
    const published =
      journey.version === 0 ? null : await state.journeyVersions.get(state.db, journey, journey.version);
    maps.push(withTouchpoints(published?.contract ?? journey.draft, touchpoints));
  }
  // Lifecycles hold the same events once more, coarser: the journey itself says more about what went wrong.
  return maps
    .map((map) => ownedByTouchpoints(map, owners))
    .sort((a, b) => Number(a.level === 'lifecycle') - Number(b.level === 'lifecycle'));
}

/** Steps without an owner of their own get that of their touchpoint. */
function ownedByTouchpoints(map: JourneyContract, owners: ReadonlyMap<string, string | null>): JourneyContract {
  const blocks = <B extends JourneyContract['stages'][number]['blocks'][number]>(block: B): B =>
    block.kind === 'step'
      ? { ...block, owner: block.owner ?? owners.get(block.touchpoint ?? '') ?? null }
      : { ...block, blocks: block.blocks.map(blocks) };
  return { ...map, stages: map.stages.map((stage) => ({ ...stage, blocks: stage.blocks.map(blocks) })) };
}

/** A step of a map by its ids; null when it is gone. */
export function stepOf(
  maps: readonly JourneyContract[],
  journey: string,
  step: string,
): { map: JourneyContract; step: Step } | null {
  const map = maps.find(({ key }) => key === journey);
  const found = map && placedSteps(map).find((placed) => placed.step.id === step)?.step;
  return map && found ? { map, step: found } : null;
}
