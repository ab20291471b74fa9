import { STEADY_FROM } from '@continuo/core';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';

const drawerOf = (key: string): string => `continuo.steady.${key}`;

/** Keeps how steady the blocks of a draft from data came out; a browser's own note, gone with its storage. */
export function keepSteady(key: string, stability: Readonly<Record<string, number>>): void {
  localStorage.setItem(drawerOf(key), JSON.stringify(stability));
}

/** By id of a step or group: steady, or in how many of 100 draws it was seen. Empty: not drafted from data here. */
export function steadyWords(key: string): ReadonlyMap<string, string> {
  try {
    const kept = JSON.parse(localStorage.getItem(drawerOf(key)) ?? '{}') as Readonly<Record<string, number>>;
    const { steady, unsteady } = EDITOR_WORDS.steady;
    return new Map(
      Object.entries(kept).map(([id, share]) => [
        id,
        share >= STEADY_FROM ? steady : unsteady(Math.round(100 * share)),
      ]),
    );
  } catch {
    return new Map();
  }
}
