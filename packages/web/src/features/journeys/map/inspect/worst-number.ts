import type { Behind } from '@continuo/core';
import type { MapColumn, MapInput } from '@continuo/diagram';

/** The number of a column whose people have most to tell: those harmed, else the unhappy, else who did it. Null: nobody. */
export function worstNumber(
  column: MapColumn,
  { lived }: MapInput,
): { readonly n: number; readonly behind: Behind } | null {
  if (column.kind === 'off-map') {
    const off = lived?.offMap.find(({ activity }) => activity === column.activity);
    return off === undefined ? null : { n: off.people, behind: { kind: 'map-off', activity: off.activity } };
  }
  const step = lived?.steps.find((one) => one.step === column.step && one.isConnected);
  if (step === undefined) return null;
  const behind = (which: 'harmed' | 'unhappy' | 'had'): Behind => ({
    kind: 'map-step',
    step: step.step,
    which,
    channel: null,
  });
  if (step.harmed > 0) return { n: step.harmed, behind: behind('harmed') };
  if (step.voices.unhappy > 0) return { n: step.voices.unhappy, behind: behind('unhappy') };
  return step.people > 0 ? { n: step.people, behind: behind('had') } : null;
}
