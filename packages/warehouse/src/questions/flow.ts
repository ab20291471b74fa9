/** Question  What do customers do before and after an activity?
 *  Counts    runs that hold the anchor, by what stood in each step before and after its first occurrence; people
 *  Time      event time, [from, to); where the range cut a run off, nothing is said to stand
 *  Answers   exactly; each layer names its most frequent activities, all others are its rest
 *  Limits    only the first occurrence in a run is looked at; two neighbouring links need not be the same runs */
import {
  compareFlowLinks,
  compareFlowNodes,
  type Flow,
  type FlowInput,
  type FlowLink,
  type FlowNode,
  type FlowPlace,
} from '@continuo/core';
import { z } from 'zod';
import { activityCodes, activityName } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, int, type Sql, sql, uint, uints } from '../sql.ts';
import { byName } from './by-name.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const callRow = z.object({ l: count, c: count, runs: count });
const nodeRow = z.object({ l: count, place: count, runs: count, people: count, kinds: count });
const linkRow = z.object({ l: count, source: count, target: count, runs: count, people: count });

// Beside the activity codes 1 … 65,535.
const START = 0;
const END = 65_536;
const REST = 65_537;

export const flow: Question<FlowInput, Flow> = {
  exactness: 'exact',
  limits: ['Only the first occurrence of the anchor in a run is looked at.'],
  async ask(input, asking) {
    const laid = layers(input, asking);
    const kept = await readKept(laid, input, asking);
    const [nodes, links, anchored] = await Promise.all([
      readNodes(laid, kept, input, asking),
      readLinks(laid, kept, input, asking),
      asking.warehouse.query(sql`select count() as runs from (${laid})`, asking.options),
    ]);
    return { nodes, links, anchored: Number(anchored[0]?.runs ?? 0) };
  },
};

/** Position of the anchor among the events, from 1; 0 is the start of the run. Only where the run holds it. */
export function anchorAt({ anchor }: FlowInput, { book }: Pick<Asking, 'book'>): { at: Sql; holds: Sql } {
  if (anchor === null) return { at: sql`0`, holds: sql`not cut_start` };
  const at = sql`arrayFirstIndex(c -> has(${codes(activityCodes(book, [anchor]))}, c), codes)`;
  return { at, holds: sql`${at} > 0` };
}

/** `person, first, places`: what stands in the layers from number `first` (0 the outermost before the anchor) on. */
function layers(input: FlowInput, asking: Asking): Sql {
  const { at, holds } = anchorAt(input, asking);
  return sql`select person, toUInt64(lo - at + ${int(input.before)}) as first,
    arrayConcat(if(lo = 0, [toUInt32(${uint(START)})], []), arrayMap(c -> toUInt32(c), arraySlice(codes, greatest(lo, 1), least(hi, size) - greatest(lo, 1) + 1)),
      if(hi > size, [toUInt32(${uint(END)})], [])) as places
  from (
    select person, codes, toInt64(length(codes)) as size, toInt64(${at}) as at,
      greatest(at - ${int(input.before)}, if(cut_start, 1, 0)) as lo, least(at + ${int(input.after)}, size + if(cut_end, 0, 1)) as hi
    from (${scopedRuns(asking.scope, asking)}) where ${holds})`;
}

/** `layer × 65,536 + code` of the activities that keep their name. */
async function readKept(laid: Sql, { top }: FlowInput, asking: Asking): Promise<readonly number[]> {
  const rows = await asking.warehouse.query(
    sql`select l, c, count() as runs
from (${laid}) array join places as c, arrayMap(i -> first + i - 1, arrayEnumerate(places)) as l
where c between 1 and 65535 group by l, c`,
    asking.options,
  );
  const byLayer = new Map<number, { readonly c: number; readonly runs: number; readonly activity: string }[]>();
  for (const { l, c, runs } of rows.map((row) => callRow.parse(row))) {
    const layer = byLayer.get(l) ?? [];
    layer.push({ c, runs, activity: activityName(asking.book, c) });
    byLayer.set(l, layer);
  }
  return [...byLayer].flatMap(([l, layer]) =>
    layer
      .sort((a, b) => b.runs - a.runs || byName(a.activity, b.activity))
      .slice(0, top)
      .map(({ c }) => l * 65_536 + c),
  );
}

/** The place shown for code `c` in layer `l`. */
function shown(l: Sql, c: Sql, kept: readonly number[]): Sql {
  return sql`if(${c} = ${uint(START)} or ${c} = ${uint(END)} or ${l} * 65536 + ${c} in ${uints(kept)}, ${c}, toUInt32(${uint(REST)}))`;
}

async function readNodes(
  laid: Sql,
  kept: readonly number[],
  { before }: FlowInput,
  asking: Asking,
): Promise<readonly FlowNode[]> {
  const rows = await asking.warehouse.query(
    sql`select l, ${shown(sql`l`, sql`c`, kept)} as place, count() as runs, ${distinctPeople(asking)} as people, uniqExact(c) as kinds
from (${laid}) array join places as c, arrayMap(i -> first + i - 1, arrayEnumerate(places)) as l
group by l, place`,
    asking.options,
  );
  return rows
    .map((row) => nodeRow.parse(row))
    .map(({ l, place, runs, people, kinds }) => ({
      layer: l - before,
      place: placeOf(place, asking),
      runs,
      people,
      restActivities: place === REST ? kinds : 0,
    }))
    .sort(compareFlowNodes);
}

async function readLinks(
  laid: Sql,
  kept: readonly number[],
  { before }: FlowInput,
  asking: Asking,
): Promise<readonly FlowLink[]> {
  const rows = await asking.warehouse.query(
    sql`select l, ${shown(sql`l`, sql`a`, kept)} as source, ${shown(sql`(l + 1)`, sql`b`, kept)} as target, count() as runs, ${distinctPeople(asking)} as people
from (${laid}) array join arrayPopBack(places) as a, arrayPopFront(places) as b, arrayMap(i -> first + i - 1, arrayEnumerate(arrayPopBack(places))) as l
group by l, source, target`,
    asking.options,
  );
  return rows
    .map((row) => linkRow.parse(row))
    .map(({ l, source, target, runs, people }) => ({
      layer: l - before,
      from: placeOf(source, asking),
      to: placeOf(target, asking),
      runs,
      people,
    }))
    .sort(compareFlowLinks);
}

function placeOf(place: number, { book }: Asking): FlowPlace {
  if (place === START) return { kind: 'start' };
  if (place === END) return { kind: 'end' };
  if (place === REST) return { kind: 'rest' };
  return { kind: 'activity', activity: activityName(book, place) };
}
