/** Question  Did those who did not answer call or leave more often?
 *  Counts    people who came to a place, by whether they answered there
 *  Time      as `feedback`; calls after their first time at the place
 *  Answers   exactly
 *  Limits    left is known only of passages through a map; what goes together is no cause */
import { ASKING_CHANNELS, type Silent, type SilentGroup, type SilentInput } from '@continuo/core';
import { z } from 'zod';
import { judgedRuns, STATUS } from '../journeys/judged-runs.ts';
import { codes, sql, uint } from '../sql.ts';
import { answeringRuns, lastAnswers, placesOfRun, TIMES } from './answers.ts';
import type { Asking, Question } from './question.ts';
import { placeNumber } from './said-place.ts';

const count = z.coerce.number();
const groupRow = z.object({ answered: count, people: count, called: count, gone: count });

export const silent: Question<SilentInput, Silent> = {
  exactness: 'exact',
  limits: ['What goes together with not answering is not its cause.'],
  async ask({ at }, asking) {
    const isJourney = asking.scope.unit === 'journey';
    const place = placeNumber(at, asking);
    const nobody: SilentGroup = { people: 0, called: 0, left: isJourney ? 0 : null };
    if (place === null) return { answered: nobody, silent: nobody };
    const rows = (await asking.warehouse.query(groups(place, asking), asking.options)).map((row) =>
      groupRow.parse(row),
    );
    const group = (answered: number): SilentGroup => {
      const row = rows.find((one) => one.answered === answered);
      return row ? { people: row.people, called: row.called, left: isJourney ? row.gone : null } : nobody;
    };
    return { answered: group(1), silent: group(0) };
  },
};

function groups(place: number, asking: Asking) {
  const isJourney = asking.scope.unit === 'journey';
  const runs = isJourney ? judgedRuns(asking) : answeringRuns(asking);
  const isLeft = isJourney ? sql`toUInt8(status = ${STATUS.left})` : sql`toUInt8(0)`;
  const asked = codes(
    asking.book.channels.flatMap((channel, code) => (ASKING_CHANNELS.includes(channel.toLowerCase()) ? [code] : [])),
  );
  const timed = sql`select person, ${isLeft} as is_left, ${placesOfRun(asking)} as places, ${TIMES} as moments, channels from (${runs})`;
  const told = sql`select person, has(places, ${uint(place)}) as is_here, is_left, arrayMin(arrayFilter((t, p) -> p = ${uint(place)}, moments, places)) as first_here,
      has(arrayMap(w -> has(${asked}, w), channels), 1) as has_asked, arrayMax(arrayFilter((t, w) -> has(${asked}, w), moments, channels)) as last_asked from (${timed})`;
  const people = sql`select person, minIf(first_here, is_here) as came, maxIf(last_asked, has_asked) as asked_at, max(has_asked) as ever_asked, max(is_left and is_here) as is_gone
    from (${told}) group by person having max(is_here) = 1`;
  const spoke = sql`select person from (${lastAnswers(asking)}) where place = ${uint(place)}`;
  return sql`select answered, count() as people, countIf(ever_asked and asked_at > came) as called, countIf(is_gone) as gone
  from (select *, toUInt8(person global in (${spoke})) as answered from (${people})) group by answered`;
}
