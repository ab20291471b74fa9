import type { Client, Judging } from '@continuo/contract';
import { blankJourney, blankStep, type JourneyContract, type JudgedBy, type Step } from '@continuo/core';
import { importText } from './running.ts';

const step = (id: string, title: string, event: string, more: Partial<Step> = {}): Step => ({
  ...blankStep(id, title),
  matchers: [{ events: [event], where: [], channels: [] }],
  ...more,
});

/** A shop: look, pay, get it; paying is owed nothing, the parcel is. Passages by order. */
export function shopMap(key = 'order'): JourneyContract {
  const plain = blankJourney(key, 'I order and it arrives');
  return {
    ...plain,
    owner: 'Shop team',
    passage: { ...plain.passage, by: 'case' },
    stages: [
      { id: 'buy', title: 'Buy', blocks: [step('look', 'I look', 'Looked'), step('pay', 'I pay', 'Paid')] },
      {
        id: 'get',
        title: 'Get',
        blocks: [step('arrive', 'It arrives', 'Arrived', { actor: 'us', isOwed: true, ends: 'goal' })],
      },
    ],
  };
}

/** Six orders in October and November: one never arrives, one asks by phone, one is never paid. */
export const ORDERS = [
  'case,customer,activity,time,channel,note,who',
  ...order(1, 'ana', '10-01', ['Looked', 'Paid', 'Arrived']),
  ...order(2, 'ben', '10-02', ['Looked', 'Paid', 'Arrived']),
  ...order(3, 'cle', '10-03', ['Looked', 'Paid']),
  ...order(4, 'dov', '11-01', ['Looked', 'Paid', 'Called', 'Arrived']),
  ...order(5, 'eve', '11-02', ['Looked']),
  ...order(6, 'ana', '11-03', ['Looked', 'Paid', 'Arrived']),
].join('\n');

function order(id: number, customer: string, day: string, activities: readonly string[]): string[] {
  return activities.map(
    (activity, i) =>
      `o${id},${customer},${activity},2026-${day}T1${i}:00:00Z,${activity === 'Called' ? 'phone' : 'web'},write to ${customer}@example.org,${customer}`,
  );
}

/** Imports the orders. */
export function importOrders(client: Client, text: string = ORDERS): Promise<unknown> {
  return importText(client, 'orders.csv', text, {
    caseKey: 'case',
    person: 'customer',
    activity: 'activity',
    time: 'time',
    channel: 'channel',
    properties: ['note', 'who'],
  });
}

/** Asks for a judging until it is ready. */
export async function ready(client: Client, key: string, judgedBy: JudgedBy = 'in-force'): Promise<Judging> {
  for (;;) {
    const judging = await client.call('judgeJourney', { params: { key }, body: { judgedBy } });
    if (judging.error !== null) throw new Error(judging.error);
    if (judging.isReady) return judging;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Times that one activity directly followed another in passages of the journey. */
export async function moves(
  client: Client,
  key: string,
  judgedBy: JudgedBy = 'in-force',
): Promise<Record<string, number>> {
  const { result } = await client.ask('path-graph', { scope: { unit: 'journey', journey: { key, judgedBy } } });
  return Object.fromEntries(result.edges.map(({ from, to, count }) => [`${from} > ${to}`, count]));
}
