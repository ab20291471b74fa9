import type { Event } from '../../event/event.ts';
import type { Said } from '../../experience/said.ts';
import type { RunUnit } from '../run.ts';
import { countedEvents, type SpokenScope } from './feedback.ts';
import { placeAt, placeKey, saidAtOf } from './said-places.ts';
import { placeOf, timesOf } from './scope.ts';
import { refOf } from './variants.ts';

/** As `Said`, without an id. */
export type SaidWords = Omit<Said, 'id'>;

/** What was written in the runs of a scope and about its map. A text is found by its person, instant, name and channel. */
export function saidOf(
  { runs, voices, definitions }: SpokenScope,
  events: readonly Event[],
  {
    links,
    sources,
    unit,
  }: { readonly links: ReadonlyMap<bigint, bigint>; readonly sources: readonly number[]; readonly unit: RunUnit },
): SaidWords[] {
  const named = new Set(voices.map(({ identity, message }) => `${identity} ${message}`));
  const texts = countedEvents(events, sources).filter(
    ({ text, identity, message }) => text !== '' && !named.has(`${identity} ${message}`),
  );
  const found = new Map<string, { readonly said: SaidWords; readonly place: number }>();
  for (const run of runs) {
    const at = timesOf(run);
    for (const [i, atMs] of at.entries())
      for (const event of texts) {
        const isIt =
          event.timeMs === atMs &&
          (links.get(event.identity) ?? event.identity) === run.person &&
          event.name === run.activities[i] &&
          event.channel === run.channels[i];
        if (!isIt) continue;
        const place = saidAtOf(run, i, definitions);
        const key = `${placeKey(place)} ${event.identity} ${event.message}`;
        const known = found.get(key);
        if (known && known.place >= placeOf(run)) continue;
        found.set(key, {
          place: placeOf(run),
          said: {
            ...{ person: String(run.person), at: place, timeMs: atMs, text: event.text },
            ...{ score: event.score, scale: event.scale, channel: event.channel, run: refOf(run, unit) },
          },
        });
      }
  }
  const spoken = voices
    .filter(({ text }) => text !== '')
    .map(
      ({ person, step, activity, atMs, text, score, scale, channel }): SaidWords => ({
        ...{ person: String(person), at: placeAt(step, activity, definitions), timeMs: atMs, text },
        ...{ score, scale, channel, run: `p-${person}-1` },
      }),
    );
  return [...[...found.values()].map(({ said }) => said), ...spoken];
}
