import type { CallbackRule, WorkingCalendar } from '@continuo/core';
import { queryOptions } from '@tanstack/react-query';
import { client, queryClient } from '../../api/client.ts';
import { refreshCallbacks } from './use-callbacks.ts';

export const rulesQuery = queryOptions({
  queryKey: ['callback-rules'],
  queryFn: ({ signal }) => client.call('callbackRules', { signal }),
});

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => client.call('calendars', { signal }),
});

/** Keeps a rule; what is known of rules and lists is asked for anew. */
export async function saveRule(rule: CallbackRule): Promise<void> {
  const kept = await client.call('putCallbackRule', { params: { key: rule.key }, body: rule as never });
  queryClient.setQueryData(rulesQuery.queryKey, kept);
  await refreshCallbacks();
}

export async function removeRule({ key }: CallbackRule): Promise<void> {
  await client.call('removeCallbackRule', { params: { key } });
  await queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey });
}

export async function saveCalendar(calendar: WorkingCalendar): Promise<void> {
  const kept = await client.call('putCalendar', { params: { key: calendar.key }, body: calendar as never });
  queryClient.setQueryData(calendarsQuery.queryKey, kept);
}

export async function removeCalendar({ key }: WorkingCalendar): Promise<void> {
  await client.call('removeCalendar', { params: { key } });
  await queryClient.invalidateQueries({ queryKey: calendarsQuery.queryKey });
}

/** A key made of a name, not one of those taken: `third-contact`, `third-contact-2`. */
export function freeKey(title: string, taken: readonly string[], otherwise: string): string {
  const base =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || otherwise;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(key)) return key;
  }
}
