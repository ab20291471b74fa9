import { type FunnelInput, funnelScope } from '@continuo/core';
import { activityCodes } from '../runs/code-book.ts';
import { runPlace } from '../scope/run-place.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, int, join, type Sql, sql, uint } from '../sql.ts';
import type { Asking } from './question.ts';

/** Rows of runs with `codes` and `times` as `ec` and `et`, and the means to tell steps in them. */
interface Ground {
  readonly rows: Sql;
  /** Whether code `c` reaches step k. */
  readonly isStep: readonly Sql[];
  readonly isAnyStep: Sql;
  readonly isExclusion: Sql;
  /** Whether instant `t` lies in the range: only there may an attempt begin. */
  readonly isInRange: Sql;
  readonly windowMs: Sql;
}

/**
 * The attempt that counts, one row a person who entered: all columns of its run, `reached` (instants of the steps
 * reached, ms) and `broken` (nothing can carry it on). Of all entries inside the range the one that gets furthest, the
 * earliest of equals. Every array function is linear in the length of the run: also a run of 10,000 entries is cheap.
 */
export function attempts(input: FunnelInput, asking: Asking): Sql {
  const ground = groundOf(input, asking);
  const found = { ordered, strict, unordered }[input.order](ground);
  const entered = sql`select * from (${found}) where notEmpty(reached)`;
  if (asking.scope.unit === 'person') return entered;
  return sql`select * from (${entered}) order by person, length(reached) desc, reached[1], ${runPlace(asking.scope)} limit 1 by person`;
}

function groundOf({ steps, exclusions, windowMs, order }: FunnelInput, asking: Asking): Ground {
  const { book, scope } = asking;
  const known = steps.map((step) => activityCodes(book, step));
  // In any order an activity serves the first step that names it.
  const serving =
    order === 'unordered' ? known.map((step, k) => step.filter((c) => !known.slice(0, k).flat().includes(c))) : known;
  const any = [...new Set(known.flat())];
  const excluding = activityCodes(book, exclusions).filter((c) => !any.includes(c));
  const entering = order === 'unordered' ? any : (known[0] as number[]);
  const runs = sql`select *, arrayMap(after -> start_ms + toInt64(after), arrayCumSum(gaps)) as times
    from (${scopedRuns(funnelScope(scope), asking)}) where hasAny(codes, ${codes(entering)})`;
  const relevant = codes([...any, ...excluding]);
  const rows =
    order === 'strict'
      ? sql`select *, codes as ec, times as et from (${runs})`
      : sql`select *, arrayFilter(c -> has(${relevant}, c), codes) as ec, arrayFilter((t, c) -> has(${relevant}, c), times, codes) as et from (${runs})`;
  return {
    rows,
    isStep: serving.map((step) => sql`has(${codes(step)}, c)`),
    isAnyStep: sql`has(${codes(any)}, c)`,
    isExclusion: excluding.length === 0 ? sql`0` : sql`has(${codes(excluding)}, c)`,
    isInRange: sql`t >= ${int(scope.range.fromMs)} and t < ${int(scope.range.toMs)}`,
    windowMs: sql`${int(windowMs)}`,
  };
}

const level = (k: number): Sql => sql`s${plain(k)}`;
const position = (k: number): Sql => sql`p${plain(k)}`;

/** Digits of a small whole number as part of an alias. */
function plain(k: number): Sql {
  return { kind: 'sql', strings: [String(Math.trunc(k))], values: [] };
}

/**
 * Level k holds, at each event that reaches step k, the latest entry from which it can be reached in time; −2 elsewhere,
 * −1 where an exclusion ends everything. The first event of the deepest level ends the attempt that counts; its entry is
 * the earliest one that is near enough to that event, with no exclusion in between.
 */
function ordered({ rows, isStep, isExclusion, isInRange, windowMs }: Ground): Sql {
  const otherwise = sql`if(${isExclusion}, toInt64(-1), toInt64(-2))`;
  const isEntry = sql`${isStep[0] as Sql} and ${isInRange}`;
  const levels = isStep.map((step, k) => {
    if (k === 0) return sql`arrayMap((c, t) -> if(${isEntry}, t, ${otherwise}), ec, et) as ${level(0)}`;
    return sql`arrayMap((c, t, s) -> if(${step} and s >= 0 and t - s <= ${windowMs}, s, ${otherwise}), ec, et,
      arrayPushFront(arrayPopBack(arrayFill(x -> x != -2, ${level(k - 1)})), toInt64(-2))) as ${level(k)}`;
  });
  const firsts = isStep.map((_, k) => sql`arrayFirstIndex(x -> x >= 0, ${level(k)})`);
  const positions = isStep.map((step, k) =>
    k === 0
      ? sql`arrayFirstIndex((c, t, i) -> ${isEntry} and t >= et[final] - ${windowMs} and i > cut, ec, et, nth) as ${position(0)}`
      : sql`if(depth > ${uint(k)}, arrayFirstIndex((c, i) -> ${step} and i > ${position(k - 1)}, ec, nth), 0) as ${position(k)}`,
  );
  const all = join(
    isStep.map((_, k) => position(k)),
    sql`, `,
  );
  const deep = sql`select *, arrayEnumerate(ec) as nth, arrayCount(i -> i > 0, firsts) as depth, firsts[depth] as final,
      arrayLastIndex((c, i) -> ${isExclusion} and i < final, ec, nth) as cut
    from (select *, [${join(firsts, sql`, `)}] as firsts from (${oneByOne(rows, levels)}))
    where depth > 0`;
  return sql`select *, arrayMap(i -> et[i], arrayFilter(i -> i > 0, [${all}])) as reached,
    arrayExists((c, i) -> ${isExclusion} and i > ${position(0)}, ec, nth) as broken
  from (${oneByOne(deep, positions)})`;
}

/**
 * Adds columns of which each needs the one before, a subquery each: as aliases of one SELECT the engine's planner writes
 * each of them out into all that follow (five steps: 1,100 ms of planning, whatever is read).
 */
function oneByOne(rows: Sql, columns: readonly Sql[]): Sql {
  return columns.reduce((inner, column) => sql`select *, ${column} from (${inner})`, rows);
}

/** Step k stands k events after the entry. */
function strict({ rows, isStep, isInRange, windowMs }: Ground): Sql {
  const levels = isStep.map((step, k) =>
    k === 0
      ? sql`arrayMap((c, t) -> if(${step} and ${isInRange}, t, toInt64(-1)), ec, et) as ${level(0)}`
      : sql`arrayMap((c, t, s) -> if(${step} and s >= 0 and t - s <= ${windowMs}, s, toInt64(-1)), ec, et,
      arrayPushFront(arrayPopBack(${level(k - 1)}), toInt64(-1))) as ${level(k)}`,
  );
  const firsts = isStep.map((_, k) => sql`arrayFirstIndex(x -> x >= 0, ${level(k)})`);
  return sql`select *, arraySlice(et, final - depth + 1, depth) as reached, final < length(ec) as broken
  from (select *, arrayCount(i -> i > 0, firsts) as depth, firsts[depth] as final
    from (select *, [${join(firsts, sql`, `)}] as firsts from (select *, ${join(levels, sql`, `)} from (${rows})))
    where depth > 0)`;
}

/** Level k holds, at each event, when step k is reached next, at it or after it, before an exclusion; negative: never. */
function unordered({ rows, isStep, isAnyStep, isExclusion, isInRange, windowMs }: Ground): Sql {
  const levels = isStep.map(
    (step, k) =>
      sql`arrayReverseFill(x -> x != -2, arrayMap((c, t) -> if(${step}, t, if(${isExclusion}, toInt64(-1), toInt64(-2))), ec, et)) as ${level(k)}`,
  );
  const counted = levels.map(
    (_, k) => sql`arrayMap((n, t) -> toUInt8(n >= 0 and n - t <= ${windowMs}), ${level(k)}, et)`,
  );
  const depths = counted.reduce((sum, one) => sql`arrayMap((x, y) -> x + y, ${sum}, ${one})`);
  const next = join(
    levels.map((_, k) => sql`${level(k)}[entry]`),
    sql`, `,
  );
  return sql`select *, arraySort(arrayFilter(n -> n >= 0 and n - et[entry] <= ${windowMs}, [${next}])) as reached,
    arrayExists((c, i) -> ${isExclusion} and i > entry, ec, arrayEnumerate(ec)) as broken
  from (select *, indexOf(depths, arrayMax(depths)) as entry
    from (select *, arrayMap((n, c, t) -> if(${isAnyStep} and ${isInRange}, n, 0), ${depths}, ec, et) as depths
      from (select *, ${join(levels, sql`, `)} from (${rows})))
    where arrayMax(depths) > 0)`;
}
