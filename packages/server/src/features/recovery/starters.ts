import { ASKING_CHANNELS, type CallbackRule } from '@continuo/core';
import type { Services } from '../../platform/services.ts';

const usual = { isOn: false, team: null, calendar: 'office', hours: 8 } as const;

/** Rules to begin with, all off: shown until somebody keeps one. */
export const STARTERS: readonly CallbackRule[] = [
  {
    ...usual,
    key: 'asks-answer',
    title: 'A comment asks for an answer',
    when: { kind: 'asks-answer', phrases: [] },
    hours: 4,
  },
  { ...usual, key: 'low-score', title: 'A low score', when: { kind: 'low-score', atMost: {} } },
  {
    ...usual,
    key: 'third-contact',
    title: 'Third contact about the same thing',
    when: {
      kind: 'repeat',
      match: { events: [], channels: ASKING_CHANNELS, where: [] },
      times: 3,
      withinDays: 14,
      about: { kind: 'case' },
    },
  },
];

/** Rules of a workspace; the starters where nobody has kept any. */
export async function rulesOf({ state }: Pick<Services, 'state'>, workspace: number): Promise<readonly CallbackRule[]> {
  const kept = await state.callbackRules.list(state.db, workspace);
  return kept.length === 0 ? STARTERS : kept;
}
