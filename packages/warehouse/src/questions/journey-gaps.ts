/** Question  Where do plan and life part, for how many, and since when?
 *  Counts    people (after identity merge) to whom it happened at least once, of those to whom it could have
 *  Time      passages by their first touch, [from, to); days of the time zone; a passage belongs to one day a gap
 *  Answers   exactly; "since when" is a change point (see core), found with at least 30 passages, and 7 days and 10
 *            passages on either side
 *  Limits    the commonest gaps; comparisons do not show a cause */
import {
  byGapSize,
  type ChangePoint,
  changePoint,
  type GapKind,
  HARM_KINDS,
  isTimeZone,
  isVoice,
  type JourneyGap,
  type JourneyGaps,
  Problem,
  periodStart,
} from '@continuo/core';
import { journeyGapsOf } from '@continuo/core/oracle';
import { z } from 'zod';
import { readFewPassages } from '../journeys/few-passages.ts';
import { promisesOf } from '../journeys/promise-states.ts';
import { rulesOf } from '../journeys/rule-verdicts.ts';
import { activityName, channelName } from '../runs/code-book.ts';
import { sql, uints } from '../sql.ts';
import { type FactCounts, type OffMapPlaces, readCounted } from './journey-counted.ts';
import { byChannelAt, type FactName, factAt, type Place, readFact, skippedAt } from './journey-facts.ts';
import { contextOf } from './journey-few.ts';
import { dayNumber, factMoments } from './journey-moments.ts';
import { numberedSteps, offMapCodes } from './journey-steps.ts';
import type { Asking, Question } from './question.ts';

export interface JourneyGapsInput {
  readonly limit: number;
  readonly timeZone: string;
}

/** What a gap is made of: the fact that it happened, and the one that it could have; null: to everybody. */
interface Possible extends Pick<JourneyGap, 'id' | 'kind' | 'step' | 'activity' | 'channel' | 'promise' | 'rule'> {
  readonly did: number;
  readonly could: number | null;
  readonly compared: { readonly did: readonly number[]; readonly could: number } | 'off-map' | null;
}

export const journeyGaps: Question<JourneyGapsInput, JourneyGaps> = {
  exactness: 'exact',
  limits: [
    'What followed for those who did and those who did not goes together with it; it is not shown to be its cause.',
    'A gap is dated by the one day since when it is commoner; slow growth and several changes have no such day.',
  ],
  async ask({ limit, timeZone }, asking) {
    if (!isTimeZone(timeZone)) throw new Problem('input.invalid', `${timeZone} is not a known time zone.`);
    const few = await readFewPassages(asking);
    if (few) return journeyGapsOf(few, { limit, timeZone }, contextOf(asking));
    const { counts, places, comparisons } = await readCounted(asking);
    const everybody = counts.get(factAt({ kind: 'map' }, 'started'))?.people ?? 0;
    const people = (fact: number | null): number => (fact === null ? everybody : (counts.get(fact)?.people ?? 0));
    const all = possibleGaps(counts, places, asking).filter(({ did }) => people(did) > 0);
    const since = await readSince(all, counts, timeZone, asking);
    const gaps = all.map(({ did, could, compared, ...gap }): JourneyGap => {
      const change = since.get(gap.id) ?? null;
      const compare = !compared
        ? null
        : compared === 'off-map'
          ? comparisons.offMap(codeOf(did))
          : comparisons.ofFacts(compared.did, compared.could);
      return {
        ...gap,
        people: people(did),
        of: people(could),
        sinceMs: change && periodStart(change.at, 'day', timeZone),
        change: change && { before: change.before, since: change.since },
        compared: compare,
        isHarm: HARM_KINDS.includes(gap.kind) || compare?.verdict === 'hurts',
      };
    });
    return { gaps: gaps.sort(byGapSize).slice(0, limit) };
  },
};

function possibleGaps(counts: FactCounts, places: OffMapPlaces, asking: Asking): Possible[] {
  const steps = numberedSteps(asking);
  const names = new Map(steps.map(({ number, step }) => [number, step.id]));
  return [
    ...steps.flatMap(({ number, step }) => gapsAtStep(number, step.id, counts, asking)),
    ...promisesOf(asking).map(({ id, to }, index): Possible => {
      const place: Place = { kind: 'promise', index };
      return {
        ...gap('late', id),
        step: to,
        promise: id,
        did: factAt(place, 'late'),
        could: factAt(place, 'decided'),
        compared: null,
      };
    }),
    ...offMapCodes(counts).flatMap((code): Possible[] => {
      const place: Place = { kind: 'off-map', code };
      const people = (fact: FactName): number => counts.get(factAt(place, fact))?.people ?? 0;
      if (isVoice({ n: people('answered'), of: people('met') })) return [];
      const activity = activityName(asking.book, code);
      return [
        {
          ...gap('not-on-map', activity),
          step: names.get(places.get(code)?.after ?? 0) ?? null,
          activity,
          did: factAt(place, 'met'),
          could: null,
          compared: 'off-map',
        },
      ];
    }),
    ...rulesOf(asking).map((rule, index): Possible => {
      const place: Place = { kind: 'rule', index };
      return {
        ...gap('rule', rule),
        rule,
        did: factAt(place, 'broken'),
        could: factAt(place, 'concerned'),
        compared: null,
      };
    }),
  ];
}

function codeOf(fact: number): number {
  const { place } = readFact(fact);
  return place.kind === 'off-map' ? place.code : 0;
}

function gap(kind: GapKind, of: string) {
  return { id: `${kind}:${of}`, kind, step: null, activity: null, channel: null, promise: null, rule: null };
}

function gapsAtStep(number: number, step: string, counts: FactCounts, { book }: Asking): Possible[] {
  const place: Place = { kind: 'step', number };
  const at = (fact: FactName): number => factAt(place, fact);
  const bySkip = [skippedAt(place, 'customer-skipped'), skippedAt(place, 'shortcut')];
  const skipped = (kind: 'customer-skipped' | 'shortcut'): Possible => ({
    ...gap(kind, step),
    step,
    did: skippedAt(place, kind),
    could: at('due'),
    compared: { did: bySkip, could: at('due') },
  });
  const met = (kind: 'repeat' | 'detour' | 'other-order'): Possible => ({
    ...gap(kind, step),
    step,
    did: at(kind),
    could: at('met'),
    compared: { did: [at(kind)], could: at('met') },
  });
  return [
    { ...gap('we-skipped', step), step, did: at('we-missed'), could: at('due'), compared: null },
    { ...gap('partner-skipped', step), step, did: at('partner-missed'), could: at('due'), compared: null },
    { ...gap('broken', step), step, did: at('broken'), could: at('due'), compared: null },
    skipped('customer-skipped'),
    skipped('shortcut'),
    met('repeat'),
    met('detour'),
    met('other-order'),
    { ...gap('left', step), step, did: at('left'), could: at('gone'), compared: null },
    ...[...counts.keys()]
      .map((fact) => ({ fact, read: readFact(fact) }))
      .flatMap(({ fact, read }): Possible[] => {
        if (read.fact !== 'by-other' || read.place.kind !== 'step' || read.place.number !== number) return [];
        const channel = channelName(book, read.way);
        return [
          {
            ...gap('other-channel', step),
            id: `other-channel:${step}:${channel}`,
            step,
            channel,
            did: byChannelAt(place, read.way, true),
            could: at('met'),
            compared: { did: [fact], could: at('met') },
          },
        ];
      }),
  ];
}

const count = z.coerce.number();
const dayRow = z.object({ fact: count, days: z.array(count), runs: z.array(count) });

/** Since when each gap is commoner, by its id: `at` is the number of the day. Only gaps that 30 passages have are looked at. */
async function readSince(
  gaps: readonly Possible[],
  counts: FactCounts,
  timeZone: string,
  asking: Asking,
): Promise<ReadonlyMap<string, ChangePoint>> {
  const everybody = factAt({ kind: 'map' }, 'started');
  const telling = gaps.filter(({ did }) => (counts.get(did)?.runs ?? 0) >= 30);
  if (telling.length === 0) return new Map();
  const facts = [...new Set(telling.flatMap(({ did, could }) => [did, could ?? everybody]))];
  const rows = await asking.warehouse.query(
    sql`select fact, groupArray(day) as days, groupArray(runs) as runs from (
  select fact, ${dayNumber(sql`moment`, timeZone)} as day, count() as runs from (${factMoments(asking)}) where fact in ${uints(facts)} group by fact, day)
group by fact`,
    asking.options,
  );
  const byFact = new Map(
    rows
      .map((row) => dayRow.parse(row))
      .map(({ fact, days, runs }) => [fact, new Map(days.map((day, i) => [day, runs[i] as number]))]),
  );
  const found = new Map<string, ChangePoint>();
  for (const { id, did, could } of telling) {
    const inOrder = [...(byFact.get(could ?? everybody) ?? [])].sort(([a], [b]) => a - b);
    const change = changePoint(
      inOrder.map(([day, of]) => ({ n: byFact.get(did)?.get(day) ?? 0, of })),
      'more',
    );
    if (change) found.set(id, { ...change, at: inOrder[change.at]?.[0] as number });
  }
  return found;
}
