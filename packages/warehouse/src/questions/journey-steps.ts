import { type Count, type JourneyContract, type MapStep, placedSteps, plainShare, type Step } from '@continuo/core';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { channelName } from '../runs/code-book.ts';
import { byName } from './by-name.ts';
import type { MapComments } from './journey-comments.ts';
import type { FactCounts } from './journey-counted.ts';
import { byChannelAt, type FactName, factAt, type Place, readFact, skippedAt } from './journey-facts.ts';
import type { MapVoices } from './journey-voices.ts';
import type { Asking } from './question.ts';
import type { Strangers } from './strangers.ts';

export interface NumberedStep {
  readonly number: number;
  readonly step: Step;
}

/** Steps of the newest map in file order, then those that only older maps have. */
export function numberedSteps(asking: Asking): readonly NumberedStep[] {
  const steps = new Map<number, Step>();
  for (const { contract, numbers } of [...definitionsOf(asking)].reverse())
    for (const { step } of placedSteps(contract)) {
      const number = numbers.get(step.id) ?? 0;
      if (!steps.has(number)) steps.set(number, step);
    }
  return [...steps].map(([number, step]) => ({ number, step }));
}

/** Whether some event that its matchers name was ever seen. */
export function isConnected({ matchers, failures }: Step, { book }: Asking): boolean {
  return [...matchers, ...failures].some(({ events }) =>
    events.some((name) => name !== '' && book.activities.includes(name)),
  );
}

/** Steps of the newest map that are connected, of its steps. */
export function connectedOf(newest: JourneyContract | undefined, asking: Asking): Count {
  const steps = newest ? placedSteps(newest) : [];
  return { n: steps.filter(({ step }) => isConnected(step, asking)).length, of: steps.length };
}

export type Waits = ReadonlyMap<number, NonNullable<MapStep['wait']>>;

/** A step of the map from what was counted.  */
export function mapStep(
  { number, step }: NumberedStep,
  {
    counts,
    waits,
    voices,
    strangers,
    comments,
    asking,
  }: {
    readonly counts: FactCounts;
    readonly waits: Waits;
    readonly voices: MapVoices;
    readonly strangers: Strangers;
    readonly comments: MapComments;
    readonly asking: Asking;
  },
): MapStep {
  const place: Place = { kind: 'step', number };
  const people = (fact: FactName): number => counts.get(factAt(place, fact))?.people ?? 0;
  const skipped = (label: keyof MapStep['skipped']): number => counts.get(skippedAt(place, label))?.people ?? 0;
  return {
    step: step.id,
    isConnected: isConnected(step, asking),
    people: people('had'),
    runs: counts.get(factAt(place, 'had'))?.runs ?? 0,
    due: people('due'),
    skipped: {
      'we-skipped': skipped('we-skipped'),
      'partner-skipped': skipped('partner-skipped'),
      'customer-skipped': skipped('customer-skipped'),
      shortcut: skipped('shortcut'),
      'other-order': skipped('other-order'),
      left: skipped('left'),
    },
    broken: people('broken'),
    repeated: people('repeat'),
    otherOrder: people('other-order'),
    detour: people('detour'),
    otherChannel: people('other-channel'),
    left: plainShare({ n: people('left'), of: people('gone') }),
    late: people('late'),
    harmed: people('harmed'),
    channels: channelsAt(place, counts, asking).map((one) => ({
      ...one,
      isPlanned: one.channel === '' || step.channels.length === 0 || step.channels.includes(one.channel),
    })),
    wait: waits.get(number) ?? null,
    voices: voices.at(place),
    customers: people('met') + strangers.at(place),
    comments: comments.at(place),
  };
}

/** Step by which most returning people come in; null when nobody returns. */
export function enterAt(steps: readonly NumberedStep[], counts: FactCounts): string | null {
  const [first] = steps
    .map(({ number, step }) => ({
      id: step.id,
      people: counts.get(factAt({ kind: 'step', number }, 'enters'))?.people ?? 0,
    }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people);
  return first?.id ?? null;
}

/** Channels at a place, those of most people first. */
export function channelsAt(
  place: Place,
  counts: FactCounts,
  { book }: Asking,
): { readonly channel: string; readonly people: number }[] {
  const found: { channel: string; people: number }[] = [];
  const first = byChannelAt(place, 0);
  for (let way = 0; way < 256; way += 1) {
    const people = counts.get(first + way)?.people;
    if (people !== undefined) found.push({ channel: channelName(book, way), people });
  }
  return found.sort((a, b) => b.people - a.people || byName(a.channel, b.channel));
}

/** Codes of activities that happened off the map. */
export function offMapCodes(counts: FactCounts): readonly number[] {
  return [...counts.keys()].flatMap((number) => {
    const { place, fact } = readFact(number);
    return place.kind === 'off-map' && fact === 'met' ? [place.code] : [];
  });
}
