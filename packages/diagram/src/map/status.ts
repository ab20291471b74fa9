import type { MapStep, OffMapStep, Voices } from '@continuo/core';
import type { MapStatus } from './map-view.ts';

/** Harm counts from five people and 5 of 100 up: fewer may be chance, and one person must not be recognised. */
export const HARM_PEOPLE = 5;
export const HARM_SHARE = 0.05;
/** Trying twice is effort before it is harm: it counts from 20 of 100 up. */
export const TRIED_SHARE = 0.2;

/** Whether this many of so many are harmed enough to say so. Nobody to count: no. */
export function isHarm(n: number, of: number, share = HARM_SHARE): boolean {
  return n >= HARM_PEOPLE && of > 0 && n / of >= share;
}

/** Who came to the step or was due it. */
export function dueAt(step: MapStep): number {
  return Math.max(step.due, step.people);
}

/** People who were at the step, whether it went right or wrong: those who could say how it was. */
export function cameTo(step: MapStep): number {
  return Math.min(dueAt(step), step.people + step.broken);
}

/**
 * Goes well only when outcome and promise hold by whatever path: under 5 of 100 of those due were harmed. Not connected,
 * nobody came, or a high share of very few people: not known.
 */
export function stepStatus(step: MapStep | null): MapStatus {
  if (step === null || !step.isConnected) return 'none';
  const due = dueAt(step);
  if (due === 0) return 'none';
  if (isHarm(step.harmed, due)) return 'alert';
  return step.harmed / due >= HARM_SHARE ? 'none' : 'good';
}

/** Something that is not on the map is neutral until the comparison says what it did for customers. */
export function offMapStatus({ compared }: OffMapStep): MapStatus {
  if (compared?.verdict === 'hurts') return 'alert';
  return compared?.verdict === 'better' ? 'good' : 'none';
}

/** A stage hurts when one of its columns hurts, goes well when one does and none hurts, and is not known else. */
export function stageStatus(columns: readonly MapStatus[]): MapStatus {
  if (columns.includes('alert')) return 'alert';
  return columns.includes('good') ? 'good' : 'none';
}

/** How many answered. */
export function answersOf({ unhappy, neutral, happy }: Voices): number {
  return unhappy + neutral + happy;
}

/** Which face most of them have; null under five answers or when unhappy and happy are as many. */
export function feltOf(voices: Voices): 'unhappy' | 'neutral' | 'happy' | null {
  if (answersOf(voices) < HARM_PEOPLE) return null;
  const { unhappy, neutral, happy } = voices;
  if (neutral > unhappy && neutral > happy) return 'neutral';
  if (unhappy === happy) return null;
  return unhappy > happy ? 'unhappy' : 'happy';
}
