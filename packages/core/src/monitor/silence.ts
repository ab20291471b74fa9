import {
  type AbsenceMemory,
  advanceAbsence,
  type HourCounts,
  LEAST_HOURS,
  learnHours,
  NOTHING_MISSING,
} from './absence.ts';

/** Hours (since 1970) from `fromHour` up to, not including, `toHour` in which something was missing. */
export interface Silence {
  readonly fromHour: number;
  readonly toHour: number;
}

/**
 * When a source was silent, from what it sent hour by hour: the usual is learnt from its first four weeks, the rest is held
 * against it. Empty for a source with less than that. `endHour` is not looked at any more.
 */
export function silencesOf(counts: HourCounts, firstHour: number, endHour: number): readonly Silence[] {
  const profile = learnHours(counts, firstHour, Math.min(endHour, firstHour + LEAST_HOURS));
  if (profile === null) return [];
  const silences: Silence[] = [];
  let memory: AbsenceMemory = NOTHING_MISSING;
  for (let hour = profile.toHour + 1; hour < endHour; hour += 1) {
    const before = memory.open;
    const step = advanceAbsence(profile, memory, { hour, counts, isSilent: false });
    memory = step.memory;
    if (before && step.verdict.did === 'closed') silences.push({ fromHour: before.fromHour, toHour: hour });
  }
  return memory.open ? [...silences, { fromHour: memory.open.fromHour, toHour: endHour }] : silences;
}
