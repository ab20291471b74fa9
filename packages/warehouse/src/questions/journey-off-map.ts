import type { OffMapStep } from '@continuo/core';
import { z } from 'zod';
import { judgedRuns, stepOf } from '../journeys/judged-runs.ts';
import { activityName } from '../runs/code-book.ts';
import { sql } from '../sql.ts';
import { byName } from './by-name.ts';
import type { Comparisons } from './journey-compared.ts';
import { factAt, type Place } from './journey-facts.ts';
import { channelsAt, type FactCounts, type NumberedStep, offMapCodes } from './journey-steps.ts';
import type { MapVoices } from './journey-voices.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const afterRow = z.object({ c: count, after: count, touches: count });

/** Where each activity off the map happens: how often, and after which step most; 0: before the first. By its code. */
export type OffMapPlaces = ReadonlyMap<number, { readonly touches: number; readonly after: number }>;

export async function readOffMapPlaces(asking: Asking): Promise<OffMapPlaces> {
  const rows = await asking.warehouse.query(
    sql`select c, ${stepOf(sql`before`)} as after, count() as touches from (${judgedRuns(asking)})
array join codes as c, steps as y, arrayFill(s -> s > 0, steps) as before
where y = 0 group by c, after`,
    asking.options,
  );
  const places = new Map<number, { touches: number; after: number; most: number }>();
  for (const { c, after, touches } of rows.map((row) => afterRow.parse(row))) {
    const known = places.get(c);
    if (!known) places.set(c, { touches, after, most: touches });
    else {
      known.touches += touches;
      if (isCommoner({ after, most: touches }, known)) Object.assign(known, { after, most: touches });
    }
  }
  return places;
}

/** Of equally common steps the one with the smaller number; before the first (0) wins only when it is commoner. */
function isCommoner(
  a: { readonly after: number; readonly most: number },
  b: { readonly after: number; readonly most: number },
): boolean {
  if (a.most !== b.most) return a.most > b.most;
  const rank = (after: number): number => (after === 0 ? Number.POSITIVE_INFINITY : after);
  return rank(a.after) < rank(b.after);
}

/** What customers did that is not on the map, that of most people first. Comments are put to it later. */
export function offMapSteps({
  counts,
  places,
  steps,
  voices,
  comparisons,
  asking,
}: {
  readonly counts: FactCounts;
  readonly places: OffMapPlaces;
  readonly steps: readonly NumberedStep[];
  readonly voices: MapVoices;
  readonly comparisons: Comparisons;
  readonly asking: Asking;
}): readonly OffMapStep[] {
  const names = new Map(steps.map(({ number, step }) => [number, step.id]));
  return offMapCodes(counts)
    .map((code): OffMapStep => {
      const place: Place = { kind: 'off-map', code };
      const { touches, after } = places.get(code) ?? { touches: 0, after: 0 };
      return {
        activity: activityName(asking.book, code),
        after: names.get(after) ?? null,
        people: counts.get(factAt(place, 'met'))?.people ?? 0,
        touches,
        channels: channelsAt(place, counts, asking),
        voices: voices.at(place),
        comments: [],
        compared: comparisons.offMap(code),
      };
    })
    .sort((a, b) => b.people - a.people || byName(a.activity, b.activity));
}
