import { HARM_KINDS, type JourneyGap } from '../analysis/journey-gaps.ts';
import type { AlertChange, Change, ChangeTone, GapsOfJourney } from './change.ts';

/** So many changes are told at most. */
export const MOST_CHANGES = 5;
/** Fewer people than this are not told of: they could be recognised. */
export const TOLD_FROM_PEOPLE = 5;
/** Harm without a day since when it grew is told from this share of those to whom it could have happened. */
const TOLD_FROM_SHARE = 0.05;
/** Of one map at most so many, and of each tone at first; what is left over is filled in their order. */
const MOST_OF_JOURNEY = 3;
const FIRST: Readonly<Record<ChangeTone, number>> = { harm: 3, good: 1, plus: 1 };
const TONES: readonly ChangeTone[] = ['harm', 'good', 'plus'];

export interface Happenings {
  readonly journeys: readonly GapsOfJourney[];
  readonly alerts: readonly AlertChange[];
  /** Call-backs past the promised time. */
  readonly late: number;
}

/**
 * What changed for customers, at most `most` of it: harm first, then what is better for them, then what is only another way;
 * within each by people hit, of whom another way counts those whom it cost what others got. Chosen are first those with a day since when it changed. Left out: what was dismissed or
 * accepted, fewer than five people, harm under 5 of 100 that did not grow, smaller harm at the same step, an alert about a
 * step that is told already. Nothing happened: empty.
 */
export function whatChanged({ journeys, alerts, late }: Happenings, most = MOST_CHANGES): readonly Change[] {
  const all: Change[] = [
    ...journeys.flatMap((journey) => largestOfStep(gapChanges(journey))),
    ...alerts.map((alert): Change => ({ kind: 'alert', tone: 'harm', people: alert.people ?? 0, alert })),
    ...(late > 0 ? [{ kind: 'late', tone: 'harm', people: late } as const] : []),
  ].sort(byNews);
  const told: Change[] = [];
  const take = (change: Change): void => {
    if (told.length < most && !told.includes(change) && !isTold(change, told)) told.push(change);
  };
  for (const tone of TONES)
    for (const change of all.filter((one) => one.tone === tone))
      if (told.filter((one) => one.tone === tone).length < FIRST[tone]) take(change);
  for (const change of all) take(change);
  return told.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || hitBy(b) - hitBy(a));
}

/** The one thing that got worse: harm with a day since when it grew before harm that is as it was; null: none. */
export function worstOf(changes: readonly Change[]): Change | null {
  return [...changes].sort(byNews).find(({ kind, tone }) => tone === 'harm' && kind !== 'late') ?? null;
}

/** The one thing that is better: harm that became rarer, else a way of customers that serves them better; null: none. */
export function betterOf(changes: readonly Change[]): Change | null {
  const good = changes.filter(({ tone }) => tone === 'good');
  return good.find((one) => one.kind === 'gap' && one.isRarer) ?? good[0] ?? null;
}

function gapChanges({ journey, gaps, decided }: GapsOfJourney): readonly Change[] {
  return gaps.flatMap((gap): readonly Change[] => {
    const decision = decided.get(gap.id) ?? null;
    const tone = toneOf(gap);
    if (tone === null || gap.people < TOLD_FROM_PEOPLE || (decision !== null && decision.action !== 'watch')) return [];
    return [{ kind: 'gap', tone, people: gap.people, journey, gap, isRarer: isRarer(gap), decided: decision }];
  });
}

/** Without harm that is told by larger harm at the same step, be it older: what hits most comes first. */
function largestOfStep(changes: readonly Change[]): readonly Change[] {
  const largest = new Map<string, Change>();
  for (const change of changes) {
    const step = harmedStep(change);
    const before = step === null ? undefined : largest.get(step);
    if (step !== null && (before === undefined || hitBy(change) > hitBy(before))) largest.set(step, change);
  }
  return changes.filter((change) => {
    const step = harmedStep(change);
    return step === null || largest.get(step) === change;
  });
}

const harmedStep = (change: Change): string | null =>
  change.kind === 'gap' && change.tone === 'harm' ? change.gap.step : null;

function toneOf(gap: JourneyGap): ChangeTone | null {
  if (isRarer(gap)) return 'good';
  if (gap.isHarm) return gap.sinceMs !== null || gap.people >= TOLD_FROM_SHARE * gap.of ? 'harm' : null;
  const verdict = gap.compared?.verdict;
  if (verdict === 'better') return 'good';
  return gap.kind === 'not-on-map' && verdict === 'no-difference' ? 'plus' : null;
}

function isRarer({ kind, sinceMs, change }: JourneyGap): boolean {
  return HARM_KINDS.includes(kind) && sinceMs !== null && change !== null && change.since < change.before;
}

/** What changed on a day, and what an alert says, before what is as it was; then by people hit. */
function byNews(a: Change, b: Change): number {
  const isOld = (one: Change): boolean => one.kind === 'gap' && one.gap.sinceMs === null;
  return Number(isOld(a)) - Number(isOld(b)) || hitBy(b) - hitBy(a);
}

/**
 * How many people a change hit. Of 241 who went another way, of whom 60 of 100 got what 77 of 100 others got, it cost 41:
 * 177 who did not get their bag weigh more.
 */
function hitBy(change: Change): number {
  if (change.kind !== 'gap' || change.tone !== 'harm' || HARM_KINDS.includes(change.gap.kind)) return change.people;
  return change.people * Math.abs(change.gap.compared?.difference ?? 1);
}

function isTold(change: Change, told: readonly Change[]): boolean {
  const gaps = told.flatMap((one) => (one.kind === 'gap' ? [one] : []));
  if (change.kind === 'alert')
    return gaps.some(({ journey, gap }) => journey === change.alert.at?.journey && gap.step === change.alert.at.step);
  if (change.kind !== 'gap') return false;
  return gaps.filter(({ journey }) => journey === change.journey).length >= MOST_OF_JOURNEY;
}
