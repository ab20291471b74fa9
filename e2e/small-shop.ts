import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@continuo/contract';

const DAY_MS = 86_400_000;
/** `YYYY-MM-DD`, so many days before today: rules of call-backs and letters look at what is new. */
const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

export const MAP = { key: 'a-lamp', title: 'I order a lamp and it gives light at home' } as const;
const YAML = `journey: ${MAP.title}
key: ${MAP.key}
owner: Shop
passage: { by: case, silence: 30 days }
stages:
  - stage: Order
    steps:
      - { step: I order, id: order, events: ordered }
  - stage: Get it
    steps:
      - { step: It arrives, id: arrives, by: partner, owed: true, ends: goal, matters: true, owner: Delivery, events: arrived }
  - stage: Use it
    steps:
      - { step: I ask for help, id: help, optional: true, again: any number, owner: Service, events: asked for help }
`;

/** Twenty customers order, eighteen lamps arrive, four customers ask for help. */
const CUSTOMERS = Array.from({ length: 20 }, (_, n) => ({ id: `c${n}@lamp.test`, order: `o${n}` }));
const EVENTS = [
  'order,customer,event,time,channel',
  ...CUSTOMERS.flatMap(({ id, order }, n) => [
    `${order},${id},ordered,${day(12)}T0${n % 10}:00:00Z,web`,
    ...(n < 18 ? [`${order},${id},arrived,${day(8)}T1${n % 10}:00:00Z,field`] : []),
    ...(n % 5 === 0 ? [`${order},${id},asked for help,${day(7)}T1${n % 10}:00:00Z,phone`] : []),
  ]),
  '',
].join('\n');

/** What they answered about the lamp that arrived: five unhappy, three neutral, six happy; one row says no day. */
const SCORES = [0, 1, 2, 3, 6, 7, 8, 8, 9, 9, 10, 10, 10, 10] as const;
export const BROKEN = 'The lamp came broken and nobody picks up';
export const ANSWERS = {
  file: 'answers.csv',
  text: [
    'Answered,Customer,Order,NPS,Why,journey,step',
    ...SCORES.map((score, n) => {
      const why =
        score === 0
          ? `"${BROKEN}. Write to mira@lamp.test or call +34 600 112 233."`
          : score === 10
            ? 'Quick and kind'
            : '';
      return `${day(2 + (n % 5))} 18:${10 + n},c${n}@lamp.test,o${n},${score},${why},${MAP.key},arrives`;
    }),
    `yesterday,c17@lamp.test,o17,1,Late,${MAP.key},arrives`,
    '',
  ].join('\n'),
  unhappy: 5,
  neutral: 3,
  happy: 6,
  all: SCORES.length,
  /** Customers to whom it arrived. */
  of: 18,
} as const;

/** Brings the events and the map of the shop; its answers are left to whoever tests. */
export async function makeShop(url: string): Promise<Client> {
  const api = createClient((address, init) => fetch(address, init), `${url}/api/v1`);
  const { id, preview } = await api.upload(new Blob([EVENTS]), 'events.csv');
  if (preview === null) throw new Error('the events cannot be read');
  await api.call('startImport', { params: { id }, body: preview.mapping });
  while ((await api.call('import', { params: { id } })).status !== 'done') await wait(100);
  const params = { key: MAP.key };
  await api.call('putJourneyFile', { params, body: { format: 'yaml', text: YAML, publish: { note: 'First.' } } });
  while (!(await api.call('judgeJourney', { params, body: {} })).isReady) await wait(100);
  return api;
}
