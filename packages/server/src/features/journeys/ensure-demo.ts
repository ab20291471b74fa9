import { airlineJourneys } from '@continuo/synth';
import type { Services } from '../../platform/services.ts';
import { buildJudging } from './judging/build.ts';

/**
 * The journeys that the demo's airline designed, published with their versions and built. Those that are there stay as they
 * are, whatever somebody made of them. Call it when the demo's events are in.
 */
export async function ensureDemoJourneys(services: Services, workspace: number): Promise<void> {
  const { state, clock } = services;
  const atMs = clock.now();
  for (const { key, versions } of airlineJourneys()) {
    const [first, ...later] = versions;
    if (first === undefined || (await state.journeys.find(state.db, workspace, key)) !== null) continue;
    const journey = await state.transaction(async (db) => {
      const made = await state.journeys.create(db, workspace, first.contract, atMs);
      await state.journeyVersions.publish(db, made, { ...first, actor: DEMO_ACTOR, atMs });
      for (const { contract, note, fromMs } of later) {
        await state.journeys.edit(db, made, [{ kind: 'replace', contract }], {
          actor: DEMO_ACTOR,
          client: 'demo',
          atMs,
        });
        await state.journeyVersions.publish(db, made, { note, fromMs, actor: DEMO_ACTOR, atMs });
      }
      return made;
    });
    await buildJudging(services, journey, 'in-force', { signal: new AbortController().signal, onProgress: () => {} });
  }
}

const DEMO_ACTOR = 'The demo';

/** Takes the demo's journeys out again, except those whose draft somebody changed or published anew. */
export async function removeDemoJourneys({ state }: Services, workspace: number): Promise<void> {
  for (const { key, versions } of airlineJourneys()) {
    const journey = await state.journeys.find(state.db, workspace, key);
    const isOurs =
      journey !== null && journey.version === versions.length && journey.draftSeq === Math.max(0, versions.length - 1);
    if (isOurs) await state.journeys.remove(state.db, journey);
  }
}
