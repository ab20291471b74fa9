import { type Behind, Problem } from '@continuo/core';
import { activityCodes } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, int, type Sql, sql, text, uint } from '../sql.ts';
import { attendance, readFrame } from './attendance.ts';
import { anchorAt } from './flow.ts';
import { groupValue, isInside } from './funnel.ts';
import { attempts } from './funnel-attempts.ts';
import { type BehindMap, passagesBehind } from './journey-behind.ts';
import type { Asking } from './question.ts';
import { voicesBehind } from './voices-behind.ts';

const FELT = { unhappy: sql`1`, neutral: sql`2`, happy: sql`3` } as const;

/** The runs that a number counts, with the columns of `scopedRuns`. The number and these rows agree exactly. */
export async function runsBehind(behind: Behind, asking: Asking): Promise<Sql> {
  const runs = scopedRuns(asking.scope, asking);
  switch (behind.kind) {
    case 'funnel':
      return attemptsBehind(behind, asking);
    case 'retention':
      return attendantsBehind(behind, runs, asking);
    case 'voice':
      return voicesBehind(behind, asking);
    case 'map-step':
    case 'map-off':
    case 'map-promise':
    case 'map-fact':
      if (asking.scope.unit !== 'journey')
        throw new Problem('input.invalid', 'People of a map can be listed only with the unit journey.');
      return passagesBehind(behind, asking);
    default:
      return sql`select * from (${runs}) where ${isBehind(behind, asking)}`;
  }
}

function isBehind(
  behind: Exclude<Behind, BehindMap | { kind: 'funnel' | 'retention' | 'voice' }>,
  asking: Asking,
): Sql {
  // A name that never occurred has no code, and nothing is in an empty list.
  const listed = (activity: string): Sql => sql`${codes(activityCodes(asking.book, [activity]))}`;
  switch (behind.kind) {
    case 'all':
      return sql`1`;
    case 'activity':
      return sql`hasAny(codes, ${listed(behind.activity)})`;
    case 'start':
      return sql`has(${listed(behind.activity)}, codes[1]) and not cut_start`;
    case 'end':
      return sql`has(${listed(behind.activity)}, codes[-1]) and not cut_end`;
    case 'edge':
      return sql`arrayExists((a, b) -> has(${listed(behind.from)}, a) and has(${listed(behind.to)}, b), arrayPopBack(codes), arrayPopFront(codes))`;
    case 'repeats':
      return sql`arrayCount(c -> has(${listed(behind.activity)}, c), codes) > 1`;
    case 'route': {
      const path = behind.path.flatMap((activity) => activityCodes(asking.book, [activity]));
      return path.length === behind.path.length ? sql`codes = ${codes(path)}` : sql`0`;
    }
    case 'felt': {
      const here = behind.activity === null ? sql`1` : sql`has(${listed(behind.activity)}, c)`;
      return sql`arrayExists((f, c) -> f = ${FELT[behind.felt]} and ${here}, felt, codes)`;
    }
    case 'flow': {
      const { at, holds } = anchorAt(behind.flow, asking);
      const { before, after } = behind.flow;
      if (behind.layer < -before || behind.layer > after) return sql`0`;
      const place = sql`toInt64(${at}) + ${int(behind.layer)}`;
      // A negative index would count from the end.
      return sql`${holds} and ${place} > 0 and has(${listed(behind.activity)}, codes[greatest(${place}, 1)])`;
    }
  }
}

function attemptsBehind({ funnel, step, outcome, group }: Extract<Behind, { kind: 'funnel' }>, asking: Asking): Sql {
  const inGroup = group === null ? sql`` : sql` and ${groupValue(funnel)} = ${text(group)}`;
  const isHere = sql`length(reached) = ${uint(step + 1)} and length(reached) < ${uint(funnel.steps.length)}`;
  const isWanted = {
    reached: sql`length(reached) > ${uint(step)}`,
    inside: sql`${isHere} and ${isInside(funnel, asking)}`,
    lost: sql`${isHere} and not ${isInside(funnel, asking)}`,
  }[outcome];
  return sql`select * from (${attempts(funnel, asking)}) where ${isWanted}${inGroup}`;
}

async function attendantsBehind(
  { retention, cohort, offset }: Extract<Behind, { kind: 'retention' }>,
  runs: Sql,
  asking: Asking,
): Promise<Sql> {
  const frame = await readFrame(retention, asking);
  if (!frame) return sql`select * from (${runs}) where 0`;
  const period = frame.first + cohort;
  return sql`select * from (${runs}) where person global in (
  select person from (${attendance(retention, asking)}) where has(cohorts, ${int(period)}) and has(back, ${int(period + offset)}))`;
}
