import type { JourneyContract } from '@continuo/core';
import { acceptGap, type JourneyGap } from '@continuo/core';
import type { MapColumn, MapInput } from '@continuo/diagram';
import { gapContext } from './gap-context.ts';

/** The largest gap at a column that a map could say; null: none. Loaded when asked for: edits of maps are 4 kB of arithmetic. */
export function proposableGap(draft: JourneyContract, column: MapColumn, input: MapInput): JourneyGap | null {
  const gaps = input.gaps?.gaps ?? [];
  const mine = gaps.filter((one) =>
    column.kind === 'off-map'
      ? one.activity === column.activity
      : column.kind === 'step' && one.step === column.step && one.kind !== 'not-on-map',
  );
  return mine.find((one) => acceptGap(draft, one.id, gapContext(one, input)).length > 0) ?? null;
}
