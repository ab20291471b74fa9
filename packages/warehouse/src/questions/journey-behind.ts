import { type Behind, PROMISE_STATES, SKIP_LABELS, type SkipLabel } from '@continuo/core';
import { judgedRuns, STATUS } from '../journeys/judged-runs.ts';
import { promiseState, promisesOf, runsWithPromises } from '../journeys/promise-states.ts';
import { activityCodes, channelCodes } from '../runs/code-book.ts';
import { type Sql, sql, uint, uints } from '../sql.ts';
import { deciding, isAsPlanned } from './journey-deciding.ts';
import { byChannelAt, type FactName, type FactPart, factAt, runFacts, skippedAt } from './journey-facts.ts';
import { numberedSteps } from './journey-steps.ts';
import type { Asking } from './question.ts';
import { voicesBehind } from './voices-behind.ts';

export type BehindMap = Extract<Behind, { kind: `map-${string}` }>;

/** What facts of a step are told from, where that is not its touches alone. */
const PARTS: { readonly [which: string]: readonly FactPart[] } = {
  due: ['touches', 'skips'],
  left: ['skips'],
  'we-missed': ['touches', 'skips'],
  'partner-missed': ['touches', 'skips'],
  late: ['promises'],
  harmed: ['touches', 'skips', 'answers', 'promises'],
};

/** The passages that a number of the map counts, with the columns of `scopedRuns` and more. */
export function passagesBehind(behind: BehindMap, asking: Asking): Sql {
  switch (behind.kind) {
    case 'map-step':
      return behindStep(behind, asking);
    case 'map-off':
      return withAny(
        activityCodes(asking.book, [behind.activity]).map((code) => factAt({ kind: 'off-map', code }, 'met')),
        asking,
        ['off-map'],
      );
    case 'map-promise': {
      const at = promisesOf(asking).findIndex(({ id }) => id === behind.promise);
      if (at < 0) return withAny([], asking, []);
      if (behind.is === 'late') return withAny([factAt({ kind: 'promise', index: at }, 'late')], asking, ['promises']);
      const state = sql`promise_states[${uint(at + 1)}]`;
      return sql`select * from (
  select * from (${runsWithPromises(asking)}) where ${state} != 255
  order by ${state} = ${promiseState('waiting')}, start_ms desc, definition desc, no desc limit 1 by person)
where ${state} = ${uint(PROMISE_STATES.indexOf(behind.is))}`;
    }
    case 'map-fact':
      return behindFact(behind, asking);
  }
}

/** Facts of `parts` only: the others would be planned for nothing. */
function withAny(facts: readonly number[], asking: Asking, parts: readonly FactPart[]): Sql {
  if (facts.length === 0) return sql`select * from (${judgedRuns(asking)}) where 0`;
  return sql`select * from (${runFacts(asking, parts)}) where hasAny(facts, ${uints(facts)})`;
}

function behindStep({ step, which, channel }: Extract<Behind, { kind: 'map-step' }>, asking: Asking): Sql {
  const found = numberedSteps(asking).find((one) => one.step.id === step);
  if (!found) return withAny([], asking, []);
  const place = { kind: 'step', number: found.number } as const;
  if (which === 'unhappy' || which === 'neutral' || which === 'happy')
    return voicesBehind({ kind: 'voice', at: { kind: 'step', step }, felt: which }, asking);
  if (isSkip(which)) return withAny([skippedAt(place, which)], asking, ['skips']);
  if (channel !== null && (which === 'had' || which === 'other-channel'))
    return withAny(
      channelCodes(asking.book, channel).map((way) => byChannelAt(place, way, which === 'other-channel')),
      asking,
      ['touches', 'channels'],
    );
  return withAny([factAt(place, which)], asking, PARTS[which] ?? ['touches']);
}

function isSkip(which: string): which is Exclude<SkipLabel, 'other-order' | 'left'> {
  return which !== 'other-order' && which !== 'left' && (SKIP_LABELS as readonly string[]).includes(which);
}

function behindFact({ fact, is }: Extract<Behind, { kind: 'map-fact' }>, asking: Asking): Sql {
  const only = (rows: Sql, holds: Sql): Sql => sql`select * from (${rows}) where ${holds}`;
  const isIt = (holds: Sql): Sql => (is ? holds : sql`not (${holds})`);
  switch (fact) {
    case 'goal':
    case 'failed':
    case 'left':
    case 'open':
      return only(deciding(judgedRuns(asking)), isIt(sql`status = ${STATUS[fact]}`));
    case 'as-promised':
      return only(deciding(runsWithPromises(asking)), sql`status != ${STATUS.open} and ${isIt(sql`is_promised`)}`);
    case 'as-planned':
      return only(deciding(judgedRuns(asking)), sql`status != ${STATUS.open} and ${isIt(isAsPlanned(asking))}`);
    case 'returning':
    case 'tried': {
      const holds = withAny([factAt({ kind: 'map' }, fact satisfies FactName)], asking, ['touches', 'map']);
      return is ? holds : only(judgedRuns(asking), sql`person global not in (select person from (${holds}))`);
    }
  }
}
