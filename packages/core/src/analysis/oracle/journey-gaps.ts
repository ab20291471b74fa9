import { changePoint } from '../../stats/change-point.ts';
import { periodNumber, periodStart } from '../../time/calendar.ts';
import type { GapKind, JourneyGap, JourneyGaps } from '../journey-gaps.ts';
import { byGapSize, HARM_KINDS } from '../journey-gaps.ts';
import type { Compared } from '../journey-map.ts';
import { type ComparedOutcome, comparedOutcome, isVoice } from '../journey-shares.ts';
import { compareOffMap, compareRuns } from './journey-compare.ts';
import { type StepFact, stepFacts } from './journey-facts.ts';
import { commonestAfter, type MapContext, numberedSteps, rulesOf } from './journey-map.ts';
import { promiseLived, promisesOf } from './journey-promise.ts';
import { ruleKept } from './journey-rule.ts';
import { type JudgedRun, offMapOf, peopleIn, touchesAt, touchesOf } from './journey-run.ts';
import { runsByActivity } from './runs-by.ts';
import { tally } from './tally.ts';

interface Possible extends Pick<JourneyGap, 'id' | 'kind' | 'step' | 'activity' | 'channel' | 'promise' | 'rule'> {
  /** Passages to which it happened or could have. */
  readonly among: readonly JudgedRun[];
  /** It happened in this passage. */
  readonly did: (run: JudgedRun) => boolean;
  /** It could have happened. */
  readonly could: (run: JudgedRun) => boolean;
  /** The instant by which the passage belongs to a day. */
  readonly at: (run: JudgedRun) => number;
  /** Null where the outcome follows from the kind itself. */
  readonly compared: ((outcome: ComparedOutcome) => Compared | null) | null;
}

/** Instant of a passage's first touch of a step, or of the touch before which it was missing; of a passage's end when last. */
export function stepMs(run: JudgedRun, step: number): number | null {
  const touches = touchesOf(run);
  const skip = run.judged.skips.find((one) => one.step === step)?.before ?? Number.POSITIVE_INFINITY;
  const first = Math.min(touchesAt(run, step)[0]?.nth ?? Number.POSITIVE_INFINITY, skip);
  if (first === Number.POSITIVE_INFINITY) return null;
  return touches[Math.min(first, touches.length - 1)]?.atMs ?? null;
}

export function journeyGapsOf(
  runs: readonly JudgedRun[],
  { limit, timeZone }: { readonly limit: number; readonly timeZone: string },
  context: MapContext,
): JourneyGaps {
  const outcome = comparedOutcome(context.definitions.map(({ contract }) => contract));
  const days = new Map<number, number>();
  const dayOf = (ms: number): number => {
    const known = days.get(ms) ?? periodNumber(ms, 'day', timeZone);
    days.set(ms, known);
    return known;
  };
  const gaps = possible(runs, context).flatMap(({ among, did, could, at, compared, ...gap }): JourneyGap[] => {
    const happened = among.filter(did);
    if (happened.length === 0) return [];
    const possibly = among.filter(could);
    const all = tally(possibly.map((run) => dayOf(at(run))));
    const hit = tally(happened.map((run) => dayOf(at(run))));
    const inOrder = [...all].sort(([a], [b]) => a - b);
    const change = changePoint(
      inOrder.map(([day, of]) => ({ n: hit.get(day) ?? 0, of })),
      'more',
    );
    const compare = compared?.(outcome) ?? null;
    return [
      {
        ...gap,
        people: peopleIn(happened),
        of: peopleIn(possibly),
        sinceMs: change && periodStart(inOrder[change.at]?.[0] as number, 'day', timeZone),
        change: change && { before: change.before, since: change.since },
        compared: compare,
        isHarm: HARM_KINDS.includes(gap.kind) || compare?.verdict === 'hurts',
      },
    ];
  });
  return { gaps: gaps.sort(byGapSize).slice(0, limit) };
}

function possible(runs: readonly JudgedRun[], context: MapContext): Possible[] {
  const { definitions } = context;
  const names = numberedSteps(definitions);
  return [
    ...[...names].flatMap(([number, id]) => ofStep(runs, number, id, context)),
    ...promisesOf(definitions).map((promise): Possible => {
      const lived = (run: JudgedRun) => promiseLived(run, promise.id, context.dataAsOfMs);
      return {
        ...nowhere('late', promise.id),
        among: runs,
        step: promise.to,
        promise: promise.id,
        did: (run) => lived(run)?.state === 'late',
        could: (run) => (lived(run)?.state ?? 'waiting') !== 'waiting',
        at: (run) => lived(run)?.fromMs as number,
        compared: null,
      };
    }),
    ...[...runsByActivity(runs)].flatMap(([activity, those]): Possible[] => {
      const events = (run: JudgedRun) => offMapOf(run).filter((event) => event.activity === activity);
      const after = commonestAfter(those.flatMap(events).map((event) => event.after));
      const did = (run: JudgedRun): boolean => events(run).length > 0;
      const answered = those.filter((run) => events(run).some(({ felt }) => felt !== 'none'));
      if (isVoice({ n: peopleIn(answered), of: peopleIn(those) })) return [];
      return [
        {
          ...nowhere('not-on-map', activity),
          among: runs,
          step: names.get(after) ?? null,
          activity,
          did,
          could: () => true,
          at: ({ run }) => run.startMs,
          compared: (outcome) => compareOffMap(runs, outcome, context.dataAsOfMs, { activity, after }),
        },
      ];
    }),
    ...rulesOf(definitions).map((rule): Possible => {
      const kept = (run: JudgedRun) => ruleKept(run, rule, context.dataAsOfMs);
      return {
        ...nowhere('rule', rule),
        among: runs,
        rule,
        did: (run) => kept(run) === false,
        could: (run) => kept(run) !== null,
        at: ({ run }) => run.startMs,
        compared: null,
      };
    }),
  ];
}

function nowhere(kind: GapKind, of: string) {
  return { id: `${kind}:${of}`, kind, step: null, activity: null, channel: null, promise: null, rule: null };
}

function ofStep(runs: readonly JudgedRun[], number: number, id: string, { dataAsOfMs }: MapContext): Possible[] {
  const has =
    (...facts: StepFact[]) =>
    (run: JudgedRun): boolean =>
      facts.some((fact) => stepFacts(run, dataAsOfMs).get(number)?.has(fact));
  const here = runs.filter((run) => stepFacts(run, dataAsOfMs).has(number));
  const at = (run: JudgedRun): number => stepMs(run, number) as number;
  const gap = (
    kind: GapKind,
    did: StepFact,
    could: readonly StepFact[],
    groups: { readonly did: (run: JudgedRun) => boolean; readonly could: (run: JudgedRun) => boolean } | null,
  ): Possible => ({
    ...nowhere(kind, id),
    among: here,
    step: id,
    did: has(did),
    could: has(...could),
    at,
    compared: groups && ((outcome) => compareRuns(runs, outcome, dataAsOfMs, groups)),
  });
  const met = (kind: 'repeat' | 'detour' | 'other-order') =>
    gap(kind, kind, ['met'], { did: has(kind), could: has('met') });
  const customerSkipped = { did: has('skip:customer-skipped', 'skip:shortcut'), could: has('due') };
  const channels = new Set(
    here.flatMap((run) => touchesAt(run, number).flatMap((touch) => (touch.isOtherChannel ? [touch.channel] : []))),
  );
  return [
    gap('we-skipped', 'we-missed', ['due'], null),
    gap('partner-skipped', 'partner-missed', ['due'], null),
    gap('broken', 'broken', ['due'], null),
    gap('customer-skipped', 'skip:customer-skipped', ['due'], customerSkipped),
    gap('shortcut', 'skip:shortcut', ['due'], customerSkipped),
    met('repeat'),
    met('detour'),
    met('other-order'),
    gap('left', 'left', ['due', 'left'], null),
    ...[...channels].map((channel): Possible => {
      const did = has(`other-channel:${channel}`);
      return {
        ...gap('other-channel', 'other-channel', ['met'], { did, could: has('met') }),
        id: `other-channel:${id}:${channel}`,
        channel,
        did,
      };
    }),
  ];
}
