import type { OffMapStep } from '@continuo/core';
import { activityName } from '../runs/code-book.ts';
import { byName } from './by-name.ts';
import type { MapComments } from './journey-comments.ts';
import type { Counted } from './journey-counted.ts';
import { factAt, type Place } from './journey-facts.ts';
import { channelsAt, type NumberedStep, offMapCodes } from './journey-steps.ts';
import type { MapVoices } from './journey-voices.ts';
import type { Asking } from './question.ts';
import type { Strangers } from './strangers.ts';

/** What customers did that is not on the map, that of most people first. */
export function offMapSteps({
  counted: { counts, places, comparisons },
  steps,
  voices,
  strangers,
  comments,
  asking,
}: {
  readonly counted: Counted;
  readonly steps: readonly NumberedStep[];
  readonly voices: MapVoices;
  readonly strangers: Strangers;
  readonly comments: MapComments;
  readonly asking: Asking;
}): readonly OffMapStep[] {
  const names = new Map(steps.map(({ number, step }) => [number, step.id]));
  return offMapCodes(counts)
    .map((code): OffMapStep => {
      const place: Place = { kind: 'off-map', code };
      const { touches, after } = places.get(code) ?? { touches: 0, after: 0 };
      const people = counts.get(factAt(place, 'met'))?.people ?? 0;
      return {
        activity: activityName(asking.book, code),
        after: names.get(after) ?? null,
        people,
        touches,
        channels: channelsAt(place, counts, asking),
        voices: voices.at(place),
        customers: people + strangers.at(place),
        comments: comments.at(place),
        compared: comparisons.offMap(code),
      };
    })
    .sort((a, b) => b.people - a.people || byName(a.activity, b.activity));
}
