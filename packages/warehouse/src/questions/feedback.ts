/** Question  What did customers answer, where, and over time?
 *  Counts    people, one answer a person and place (and period): their last there; answers beside them
 *  Time      events, [from, to); of a map's passages by their first touch, of voices that name the map by their own time
 *  Answers   exactly
 *  Limits    NPS only where all answers of the counted activities are on the scale 0–10 */
import {
  type Answered,
  type Feedback,
  type FeedbackInput,
  type FeedbackPeriod,
  type FeedbackPlace,
  npsOfVoices,
  periodStart,
  type SaidAt,
  type Voices,
} from '@continuo/core';
import { z } from 'zod';
import { activityName } from '../runs/code-book.ts';
import { name, type Sql, sql, uint, uints } from '../sql.ts';
import { answeringRuns, answers, EVERYWHERE, lastAnswers, namedVoices, placesOfRun } from './answers.ts';
import { byName } from './by-name.ts';
import { distinctPeople } from './distinct-people.ts';
import { periodOf } from './period-of.ts';
import type { Asking, Question } from './question.ts';
import { placeNumber, saidAt, stepOrder } from './said-place.ts';

const count = z.coerce.number();
const moodRow = z.object({ place: count, f: count, people: count, names: z.array(count) });
const periodRow = moodRow.omit({ place: true }).extend({ period: count });
const peopleRow = z.object({ place: count, people: count });
const scaleRow = z.object({ name: z.string(), scales: z.array(z.string()) });

export const feedback: Question<FeedbackInput, Feedback> = {
  exactness: 'exact',
  limits: [
    'One answer a person and place, their last: those of places sum to more than all.',
    'NPS only where every answer of the counted activities is on the scale 0–10.',
  ],
  async ask(input, asking) {
    const [moods, scales, total, periods] = await Promise.all([
      readMoods(asking),
      readScales(asking),
      asking.warehouse.query(sql`select count() as answers from (${answers(asking)})`, asking.options),
      readPeriods(input, asking),
    ]);
    const answeredOf = (rows: readonly Mood[]): Answered => answered(rows, scales, asking);
    const customers = await readCustomers([...moods.keys()], asking);
    const places = [...moods].flatMap(([place, rows]): FeedbackPlace[] => {
      const at = saidAt(place, asking);
      return place === EVERYWHERE ? [] : [{ at, customers: customers.get(place) ?? 0, ...answeredOf(rows) }];
    });
    return {
      ...answeredOf(moods.get(EVERYWHERE) ?? []),
      customers: customers.get(EVERYWHERE) ?? 0,
      answers: Number(total[0]?.answers ?? 0),
      places: places.sort(byPlace(asking)),
      periods: [...periods].map(
        ([period, rows]): FeedbackPeriod => ({
          fromMs: periodStart(period, input.period, input.timeZone),
          ...answeredOf(rows),
        }),
      ),
    };
  },
};

/** Steps as the map has them, then activities: most answered first. */
function byPlace(asking: Asking): (a: FeedbackPlace, b: FeedbackPlace) => number {
  const steps = stepOrder(asking);
  const rank = ({ at }: { readonly at: SaidAt }): number =>
    at.kind === 'step' ? (steps.get(at.step) ?? 0) : Number.MAX_SAFE_INTEGER;
  const text = ({ at }: { readonly at: SaidAt }): string => (at.kind === 'step' ? at.step : at.activity);
  const all = ({ voices }: { readonly voices: Voices }): number => voices.unhappy + voices.neutral + voices.happy;
  return (a, b) => rank(a) - rank(b) || all(b) - all(a) || byName(text(a), text(b));
}

type Mood = Omit<z.output<typeof moodRow>, 'place'>;

function answered(rows: readonly Mood[], scales: Scales, { book }: Asking): Answered {
  const of = (f: number): number => rows.find((row) => row.f === f)?.people ?? 0;
  const voices: Voices = { unhappy: of(1), neutral: of(2), happy: of(3) };
  const isNps = rows.flatMap(({ names }) => names).every((code) => scales.get(activityName(book, code)) === '0-10');
  return { voices, nps: isNps ? npsOfVoices(voices) : null };
}

/** People by their mood at each place, and which activities they answered with. */
async function readMoods(asking: Asking): Promise<ReadonlyMap<number, readonly Mood[]>> {
  const rows = await asking.warehouse.query(
    sql`select place, f, count() as people, groupUniqArray(c) as names from (${lastAnswers(asking)}) group by place, f`,
    asking.options,
  );
  return grouped(rows.map((row) => moodRow.parse(row)).map(({ place, ...mood }) => [place, mood]));
}

async function readPeriods(
  { at, period, timeZone }: FeedbackInput,
  asking: Asking,
): Promise<ReadonlyMap<number, readonly Mood[]>> {
  const place = at === null ? EVERYWHERE : placeNumber(at, asking);
  const here = place === EVERYWHERE ? sql`1` : place === null ? sql`0` : sql`p = ${uint(place)}`;
  const rank = sql`(t, which, nth, message, identity)`;
  const rows = await asking.warehouse.query(
    sql`select period, f, count() as people, groupUniqArray(c) as names from (
  select period, best.1 as f, best.2 as c from (
    select period, person, argMax((f, c), ${rank}) as best from (
      select *, ${periodOf(sql`t`, { period, timeZone })} as period from (${answers(asking)}) where ${here})
    group by period, person))
group by period, f order by period`,
    asking.options,
  );
  return grouped(rows.map((row) => periodRow.parse(row)).map(({ period: number, ...mood }) => [number, mood]));
}

function grouped(rows: readonly (readonly [number, Mood])[]): ReadonlyMap<number, readonly Mood[]> {
  const found = new Map<number, Mood[]>();
  for (const [key, mood] of rows) {
    const known = found.get(key);
    if (known) known.push(mood);
    else found.set(key, [mood]);
  }
  return found;
}

/** The one scale on which an activity was ever answered; `''` where there are several. By its name. */
type Scales = ReadonlyMap<string, string>;

async function readScales({ warehouse, scope, sources, options }: Asking): Promise<Scales> {
  const rows = await warehouse.query(
    sql`select name, groupUniqArray(scale) as scales from continuo.${name(warehouse.reads.events)}
where workspace = ${uint(scope.workspace)} and source in ${uints(sources)} and isNotNull(score) and scale != '' group by name`,
    options,
  );
  return new Map(
    rows
      .map((row) => scaleRow.parse(row))
      .map(({ name, scales }) => [name, scales.length === 1 ? (scales[0] as string) : '']),
  );
}

/** People who came to each of these places or answered there. */
export async function readCustomers(places: readonly number[], asking: Asking): Promise<ReadonlyMap<number, number>> {
  const voices = namedVoices(asking);
  const came = sql`select person, arrayPushBack(arrayFilter(p -> has(${uints(places.filter((place) => place !== EVERYWHERE))}, p), arrayDistinct(${placesOfRun(asking)})), toUInt32(${uint(EVERYWHERE)})) as places from (${answeringRuns(asking)})`;
  const all: Sql =
    voices === null
      ? came
      : sql`${came} union all select person, [p, toUInt32(${uint(EVERYWHERE)})] as places from (${voices})`;
  const rows = await asking.warehouse.query(
    sql`select place, ${distinctPeople(asking)} as people from (${all}) array join places as place group by place`,
    asking.options,
  );
  return new Map(rows.map((row) => peopleRow.parse(row)).map(({ place, people }) => [place, people]));
}
