import type { JourneyContract, Step } from '@continuo/core';

/** The intended emotion of a step, −2 … +2: the first card of its first emotion lane. Null: none is planned. */
export function emotionOf(contract: JourneyContract, step: Step): number | null {
  for (const lane of contract.lanes) {
    const text =
      lane.kind === 'emotion' && Object.hasOwn(step.cells, lane.id) ? step.cells[lane.id]?.[0]?.text : undefined;
    if (text !== undefined && /^[+-]?[0-2]$/.test(text)) return Number(text) + 0;
  }
  return null;
}
