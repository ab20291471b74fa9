import { randomBytes } from 'node:crypto';
import type { JourneyContract } from '@continuo/core';
import { diffContracts, type Known } from '@continuo/journeyfile';
import type { Connection } from '../connect.ts';
import { untilReady } from './journey-ready.ts';

/** How far what customers did goes as a map says. Fitness is null when nobody passed it. */
export interface Fit {
  readonly fitness: number | null;
  readonly runs: number;
  readonly people: number;
}

/** What the server knows: journeys, touchpoints, names of events. */
export async function knownOf({ client }: Connection): Promise<Known> {
  const [journeys, touchpoints, events] = await Promise.all([
    client.call('journeys'),
    client.call('touchpoints'),
    client.call('eventsSeen', { query: { samples: '0' } }),
  ]);
  return { journeys: journeys.map(({ key }) => key), touchpoints, events: events.map(({ name }) => name) };
}

/**
 * Holds a map against all that customers did. When the server's draft of this key says the same, that is asked; else the map is put
 * there under a key of its own for the moment, and removed again whatever happens.
 */
export async function fitOf(connection: Connection, contract: JourneyContract): Promise<Fit> {
  const { client } = connection;
  const isThere = (await client.call('journeys')).some(({ key }) => key === contract.key);
  const known = isThere ? await client.call('journey', { params: { key: contract.key } }) : null;
  if (known !== null && diffContracts(known.draft, contract).length === 0) return await ask(connection, contract.key);
  const key = `check-${randomBytes(6).toString('hex')}`;
  await client.call('makeJourney', { body: { from: 'contract', key, contract: { ...contract, key } } });
  try {
    return await ask(connection, key);
  } finally {
    await client.call('removeJourney', { params: { key } });
  }
}

async function ask({ client }: Connection, key: string): Promise<Fit> {
  await untilReady(client, key, 'draft');
  const answer = await client.ask('journey-map', {
    scope: { unit: 'journey', journey: { key, judgedBy: 'draft' } },
    input: { comments: 0 },
  });
  const { fitness, runs, people } = answer.result;
  return { fitness, runs, people };
}
