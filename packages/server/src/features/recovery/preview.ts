import type { CallbackPreview } from '@continuo/contract';
import { type CallbackRule, periodNumber } from '@continuo/core';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { findMoments } from './find-moments.ts';

export const PREVIEW_DAYS = 28;
const DAY_MS = 86_400_000;

/** What a rule would have seen in the 28 days before the newest data; nothing is opened, and whether it is on does not matter. */
export async function previewOf(
  services: Services,
  { id, timeZone }: Workspace,
  rule: CallbackRule,
): Promise<CallbackPreview> {
  const { state } = services;
  const [build, sources] = await Promise.all([
    state.builds.last(state.db, id),
    state.sources.listComplete(state.db, id),
  ]);
  const toMs = (build?.dataAsOfMs ?? 0) + 1;
  const fromMs = Math.max(0, toMs - PREVIEW_DAYS * DAY_MS);
  const people = new Set<bigint>();
  const byDay = new Map<number, number>();
  let [moments, anonymous] = [0, 0];
  if (build !== null)
    for await (const page of findMoments(services, { workspace: id, sources, fromMs, toMs }, rule))
      for (const { mayOpen, person, timeMs } of page) {
        if (!mayOpen) {
          anonymous += 1;
          continue;
        }
        moments += 1;
        people.add(person);
        const day = periodNumber(timeMs, 'day', timeZone);
        byDay.set(day, (byDay.get(day) ?? 0) + 1);
      }
  const last = periodNumber(toMs - 1, 'day', timeZone);
  const days = Array.from({ length: PREVIEW_DAYS }, (_, i) => last - PREVIEW_DAYS + 1 + i);
  // The first of 29 calendar days is touched for some hours only: what it holds is counted with the next.
  const early = [...byDay].filter(([day]) => day < (days[0] ?? 0)).reduce((sum, [, n]) => sum + n, 0);
  return {
    ...{ days: PREVIEW_DAYS, people: people.size, moments, anonymous },
    byDay: days.map((day, i) => ({
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      moments: (byDay.get(day) ?? 0) + (i === 0 ? early : 0),
    })),
  };
}
