import { ALL_TIME, type Filter, Problem, type RunUnit, type Scope } from '@continuo/core';
import type { ResolvedJourney } from '../journeys/resolved.ts';
import { activityCodes, type CodeBook, channelCodes } from '../runs/code-book.ts';
import { definitionOf } from '../runs/definition.ts';
import { codes, int, join, name, type Sql, sql, text, texts, uint, uints } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

export interface ScopeContext {
  readonly warehouse: Warehouse;
  readonly book: CodeBook;
  /** What the scope's journey is; only for unit `journey`, and needed there. */
  readonly journey?: ResolvedJourney | null;
}

/**
 * The runs of a scope as a subquery, one row a run:
 * `person, no, key, start_ms, codes, gaps, channels, felt, attributes, cut_start, cut_end`, and of journeys
 * `definition, path, steps` too. `gaps[1]` is 0; `path` is that of the whole run, also when only some activities count.
 * The same scope gives the same rows to every question, so that their numbers reconcile.
 */
export function scopedRuns(scope: Scope, context: ScopeContext): Sql {
  const touches = scope.unit === 'journey' ? sql`, definition, path, steps` : sql``;
  const stored = sql`select person, no, key, toUnixTimestamp64Milli(start) as start_ms, codes, gaps_ms as gaps, channels, felt,
    attributes, toUInt8(0) as cut_start, toUInt8(0) as cut_end${touches}
  from continuo.${name(context.warehouse.reads.runs)} final
  where workspace = ${uint(scope.workspace)} and ${definitions(scope, context)}${near(scope)}`;
  const steps: ((rows: Sql) => Sql)[] = [];
  if (scope.activities) steps.push(onlyActivities(activityCodes(context.book, scope.activities), scope.unit));
  if (scope.unit === 'gap' && scope.gapMs !== null) steps.push(splitBySilence(scope.gapMs));
  if (!isAllTime(scope)) {
    if (!isWhole(scope)) steps.push(clip(scope));
    // The first kept event may come later than the stored start, by which the read is narrowed.
    else if (scope.activities) steps.push(startsWithin(scope));
  }
  if (scope.filters.length > 0) steps.push(filtered(scope.filters, context.book));
  return steps.reduce((rows, step) => step(rows), stored);
}

/** Case and journey runs belong to a range by their start, as they are. */
function isWhole({ unit }: Scope): boolean {
  return unit === 'case' || unit === 'journey';
}

function definitions(scope: Scope, { journey }: ScopeContext): Sql {
  if (scope.unit !== 'journey') return sql`definition = ${uint(definitionOf(scope.unit))}`;
  if (journey === undefined || journey === null || journey.key !== scope.journey?.key)
    throw new Problem('internal', `The journey "${scope.journey?.key}" of the scope was not looked up.`);
  return sql`definition in ${uints(journey.definitions.map(({ definition }) => definition))}`;
}

function isAllTime({ range }: Scope): boolean {
  return range.fromMs <= ALL_TIME.fromMs && range.toMs >= ALL_TIME.toMs;
}

/** Whole runs belong to the range by their start; others must at least touch it, which the stored ends tell cheaply. */
function near(scope: Scope): Sql {
  if (isAllTime(scope)) return sql``;
  const begin = sql`fromUnixTimestamp64Milli(${int(scope.range.fromMs)}, 'UTC')`;
  const end = sql`fromUnixTimestamp64Milli(${int(scope.range.toMs)}, 'UTC')`;
  if (isWhole(scope) && !scope.activities) return sql` and start >= ${begin} and start < ${end}`;
  return sql` and last >= ${begin} and start < ${end}`;
}

/**
 * Keeps the events that `mask` marks, never none; gaps become those between kept events. Arrays are filtered side by side:
 * a lambda that looks up `codes[i]` would copy the whole array for every element.
 */
function keep(rows: Sql, mask: Sql, cuts: Sql, unit: RunUnit): Sql {
  const touches = unit === 'journey' ? sql`, definition, path, arrayFilter((x, k) -> k, steps, mask) as steps` : sql``;
  return sql`select person, no, key, toInt64(start_ms + kept_at[1]) as start_ms, arrayFilter((x, k) -> k, codes, mask) as codes,
    arrayMap(d -> toUInt64(d), arrayDifference(kept_at)) as gaps, arrayFilter((x, k) -> k, channels, mask) as channels,
    arrayFilter((x, k) -> k, felt, mask) as felt, attributes, ${cuts}${touches}
  from (
    select *, arrayFilter((t, k) -> k, at, mask) as kept_at
    from (select *, arrayCumSum(gaps) as at, ${mask} as mask from (${rows})))
  where notEmpty(kept_at)`;
}

function onlyActivities(wanted: readonly number[], unit: RunUnit): (rows: Sql) => Sql {
  return (rows) => keep(rows, sql`arrayMap(c -> has(${codes(wanted)}, c), codes)`, sql`cut_start, cut_end`, unit);
}

function startsWithin({ range }: Scope): (rows: Sql) => Sql {
  return (rows) =>
    sql`select * from (${rows}) where start_ms >= ${int(range.fromMs)} and start_ms < ${int(range.toMs)}`;
}

function clip({ range, unit }: Scope): (rows: Sql) => Sql {
  return (rows) =>
    keep(
      rows,
      sql`arrayMap(t -> start_ms + t >= ${int(range.fromMs)} and start_ms + t < ${int(range.toMs)}, at)`,
      sql`toUInt8(cut_start or not mask[1]) as cut_start, toUInt8(cut_end or not mask[-1]) as cut_end`,
      unit,
    );
}

/** Splits all arrays at the same places and joins the pieces side by side. */
function splitBySilence(gapMs: number): (rows: Sql) => Sql {
  const split = (values: Sql): Sql => sql`arraySplit((x, g) -> g > ${uint(gapMs)}, ${values}, gaps)`;
  return (rows) => sql`select person, no, key, toInt64(start_ms + at_piece[1]) as start_ms, code_piece as codes,
    arrayPushFront(arrayPopFront(gap_piece), toUInt64(0)) as gaps, channel_piece as channels, felt_piece as felt, attributes, cut_start, cut_end
  from (
    select person, no, key, start_ms, attributes, cut_start, cut_end, ${split(sql`codes`)} as code_pieces, ${split(sql`arrayCumSum(gaps)`)} as at_pieces,
      ${split(sql`gaps`)} as gap_pieces, ${split(sql`channels`)} as channel_pieces, ${split(sql`felt`)} as felt_pieces
    from (${rows}))
  array join code_pieces as code_piece, at_pieces as at_piece, gap_pieces as gap_piece, channel_pieces as channel_piece, felt_pieces as felt_piece`;
}

function filtered(filters: readonly Filter[], book: CodeBook): (rows: Sql) => Sql {
  return (rows) =>
    sql`select * from (${rows}) where ${join(
      filters.map((filter) => holds(filter, book)),
      sql` and `,
    )}`;
}

function holds(filter: Filter, book: CodeBook): Sql {
  switch (filter.kind) {
    case 'attribute':
      return sql`attributes[${text(filter.attribute)}] in ${texts(filter.values)}`;
    case 'passes': {
      const passes = sql`hasAny(codes, ${codes(activityCodes(book, [filter.activity]))})`;
      return filter.is ? passes : sql`not ${passes}`;
    }
    case 'starts':
      return sql`has(${codes(activityCodes(book, [filter.activity]))}, codes[1]) and not cut_start`;
    case 'ends':
      return sql`has(${codes(activityCodes(book, [filter.activity]))}, codes[-1]) and not cut_end`;
    case 'channel': {
      return sql`hasAny(channels, ${codes(channelCodes(book, filter.channel))})`;
    }
  }
}
