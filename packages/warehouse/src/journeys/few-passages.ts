import { FELT, type Judged, SKIP_LABELS, type Skip, TOUCH_LABELS, type TouchLabel } from '@continuo/core';
import type { JudgedRun } from '@continuo/core/oracle';
import { z } from 'zod';
import type { Asking } from '../questions/question.ts';
import { activityName, channelName } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { type Sql, sql, uint, uints } from '../sql.ts';
import { definitionsOf } from './judged-runs.ts';

/**
 * Events of passages up to which a question about a map is counted by core. 22,000 take 300 ms of CPU, 500 take 40; planning
 * the statements that count them in the engine takes 500 to 1,400, however few there are.
 */
export const FEW_EVENTS = 30_000;

/** A passage held against its map, and which sequence of touches it is. */
export interface FewPassage extends JudgedRun {
  readonly path: string;
}

const count = z.coerce.number();
const sizeRow = z.object({ events: count });
const runRow = z.object({
  person: z.string(),
  no: count,
  key: z.string(),
  start_ms: count,
  codes: z.array(z.number()),
  gaps: z.array(count),
  channels: z.array(z.number()),
  felt: z.array(z.number()),
  definition: z.number(),
  path: z.string(),
  steps: z.array(z.number()),
});
const judgedRow = z.object({
  definition: z.number(),
  path: z.string(),
  is_open: z.number(),
  symbols: z.array(z.number()),
  cost: z.number(),
  cheapest: z.number(),
  reached: z.number(),
  labels: z.array(z.number()),
  skip_steps: z.array(z.number()),
  skip_labels: z.array(z.number()),
  skip_before: z.array(z.number()),
});

/**
 * The passages of `judgedRuns` themselves, where there are few; null where they have more than `asking.few` events (30,000 when
 * left out), or when that is 0. Three statements without a join: planning them takes 30 ms of CPU. Without attributes, by which
 * the scope has filtered already.
 */
export async function readFewPassages(asking: Asking): Promise<readonly FewPassage[] | null> {
  const { warehouse, few = FEW_EVENTS, options } = asking;
  if (few === 0) return null;
  const runs = scopedRuns({ ...asking.scope, activities: null }, asking);
  const [size] = await warehouse.query(sql`select sum(length(codes)) as events from (${runs})`, options);
  if (sizeRow.parse(size ?? { events: 0 }).events > few) return null;
  const [passages, judged] = await Promise.all([
    warehouse.query(
      sql`select person, no, key, start_ms, codes, gaps, channels, felt, definition, path, steps from (${runs})`,
      options,
    ),
    warehouse.query(judgedOf(runs, asking), options),
  ]);
  const judgements = new Map<string, Judgement>();
  for (const row of judged.map((row) => judgedRow.parse(row))) {
    const id = `${row.definition} ${row.path}`;
    const known = judgements.get(id) ?? { open: null, ended: null };
    judgements.set(id, row.is_open === 1 ? { ...known, open: readJudged(row) } : { ...known, ended: readJudged(row) });
  }
  return passages.flatMap((row) => passageOf(runRow.parse(row), judgements, asking) ?? []);
}

function judgedOf(runs: Sql, asking: Asking): Sql {
  const definitions = definitionsOf(asking).map(({ definition }) => definition);
  return sql`select definition, path, is_open, symbols, cost, cheapest, reached, touches as labels, skip_steps, skip_labels, skip_before
    from continuo.judged final
    where workspace = ${uint(asking.scope.workspace)} and definition in ${uints(definitions)} and path in (select path from (${runs}))`;
}

interface Judgement {
  readonly open: Judged | null;
  readonly ended: Judged | null;
}

function readJudged(row: z.output<typeof judgedRow>): Judged {
  return {
    symbols: row.symbols,
    isOpen: row.is_open === 1,
    cost: row.cost,
    cheapest: row.cheapest,
    reached: row.reached === 0 ? null : row.reached === 1 ? 'goal' : 'failure',
    touches: row.labels.map((label) => TOUCH_LABELS[label] as TouchLabel),
    skips: row.skip_steps.map(
      (step, i): Skip => ({
        step,
        label: SKIP_LABELS[row.skip_labels[i] as number] as Skip['label'],
        before: row.skip_before[i] as number,
      }),
    ),
  };
}

/** Null: not judged yet. */
function passageOf(
  row: z.output<typeof runRow>,
  judgements: ReadonlyMap<string, Judgement>,
  asking: Asking,
): FewPassage | null {
  const judging = definitionsOf(asking).find(({ definition }) => definition === row.definition);
  const judgement = judgements.get(`${row.definition} ${row.path}`);
  if (!judging || !judgement) return null;
  const last = row.steps.findLastIndex((symbol) => symbol > 0);
  const lastMs = row.gaps.slice(0, last + 1).reduce((at, gap) => at + gap, row.start_ms);
  const isSilent = lastMs + judging.contract.passage.silenceMs < (asking.dataAsOfMs ?? 0);
  const { open, ended } = judgement;
  // As `judgedRuns`: under way, and when that has reached an end, as ended.
  const judged = isSilent ? ended : open?.reached ? (ended ?? open) : open;
  if (judged === null) return null;
  const reached = isSilent ? judged.reached : (open?.reached ?? null);
  const status = reached === 'goal' ? 'goal' : reached === 'failure' ? 'failed' : isSilent ? 'left' : 'open';
  return {
    run: {
      person: BigInt(row.person),
      no: row.no,
      key: row.key,
      startMs: row.start_ms,
      activities: row.codes.map((code) => activityName(asking.book, code)),
      channels: row.channels.map((code) => channelName(asking.book, code)),
      gapsMs: row.gaps,
      felt: row.felt.map((felt) => FELT[felt] ?? 'none'),
      attributes: {},
      definition: row.definition,
      steps: row.steps,
      cutStart: false,
      cutEnd: false,
    },
    path: row.path,
    judging,
    symbols: row.steps,
    judged,
    status,
  };
}
