import { describe, expect, test } from 'vitest';
import type { GapKind, JourneyGap } from '../analysis/journey-gaps.ts';
import type { Compared } from '../analysis/journey-map.ts';
import type { AlertChange, Change, GapDecision } from './change.ts';
import { decisionWanted } from './decision.ts';
import { betterOf, type Happenings, whatChanged, worstOf } from './what-changed.ts';

const DAY = Date.UTC(2026, 9, 1);
const compared = (verdict: Compared['verdict']): Compared => ({
  ...{ outcome: 'as-promised', with: { n: 5, of: 20 }, without: { n: 9, of: 20 }, difference: 0, lo: 0, hi: 0 },
  verdict,
});
let next = 0;
const gap = (kind: GapKind, people: number, of: Partial<JourneyGap> = {}): JourneyGap => ({
  ...{ id: `${kind}:${++next}`, kind, step: `s${next}`, activity: null, channel: null, promise: null, rule: null },
  ...{ people, of: 1000, sinceMs: null, change: null, compared: null },
  isHarm: ['broken', 'late', 'we-skipped', 'partner-skipped'].includes(kind),
  ...of,
});
const grew = { sinceMs: DAY, change: { before: 0.01, since: 0.3 } };
const rarer = { sinceMs: DAY, change: { before: 0.3, since: 0.01 } };
const happened = (
  gaps: readonly JourneyGap[],
  more: Partial<Happenings> = {},
  decided: ReadonlyMap<string, GapDecision> = new Map(),
): Happenings => ({ journeys: [{ journey: 'trip', gaps, decided }], alerts: [], late: 0, ...more });
const says = (changes: readonly Change[]): string =>
  changes.map((one) => `${one.tone} ${one.kind === 'gap' ? one.gap.kind : one.kind} ${one.people}`).join(', ');
const alert = (of: Partial<AlertChange> = {}): AlertChange => ({
  ...{ id: '1', title: 'Phone us', detail: '', owner: null, people: null, at: null },
  ...of,
});

describe('what changed', () => {
  test.each<[string, Happenings, string]>([
    ['nothing', happened([]), ''],
    [
      'harm with a day stands before larger harm without one in the choice, by people on the page',
      happened([gap('broken', 171, grew), gap('late', 600)]),
      'harm late 600, harm broken 171',
    ],
    [
      'harm under 5 of 100 that did not grow is not told',
      happened([gap('broken', 49), gap('late', 6, grew)]),
      'harm late 6',
    ],
    ['fewer than five people are never told of', happened([gap('broken', 4, { ...grew, of: 5 })]), ''],
    [
      'another way is told only off the map, or when it did something',
      happened([
        gap('customer-skipped', 300),
        gap('repeat', 200, { compared: compared('no-difference') }),
        gap('not-on-map', 100, { compared: compared('no-difference') }),
        gap('not-on-map', 90, { compared: compared('too-few') }),
        gap('shortcut', 80, { compared: compared('better') }),
        gap('detour', 70, { compared: compared('hurts'), isHarm: true, of: 700 }),
      ]),
      'harm detour 70, good shortcut 80, plus not-on-map 100',
    ],
    [
      'another way hits those whom it cost what others got',
      happened([
        gap('broken', 177, grew),
        gap('shortcut', 241, { ...grew, isHarm: true, compared: { ...compared('hurts'), difference: -0.17 } }),
        gap('repeat', 200, { ...grew, isHarm: true, compared: { ...compared('hurts'), difference: -0.9 } }),
      ]),
      'harm repeat 200, harm broken 177, harm shortcut 241',
    ],
    ['harm that became rarer is good news', happened([gap('broken', 50, rarer)]), 'good broken 50'],
    [
      'two harms at one step are one',
      happened([gap('late', 80, { step: 'a', ...grew }), gap('broken', 60, { step: 'a', ...grew })]),
      'harm late 80',
    ],
    [
      'larger harm at a step is told, though it is as it was',
      happened([
        gap('late', 600, { step: 'a' }),
        gap('other-order', 187, {
          ...grew,
          ...{ step: 'a', isHarm: true, compared: { ...compared('hurts'), difference: -0.5 } },
        }),
      ]),
      'harm late 600',
    ],
    [
      'an alert about a step that is told already is not told again',
      happened([gap('broken', 60, { step: 'a', ...grew })], {
        alerts: [alert({ at: { journey: 'trip', step: 'a' } }), alert({ id: '2' })],
      }),
      'harm broken 60, harm alert 0',
    ],
    ['late call-backs are people who wait', happened([], { late: 7 }), 'harm late 7'],
    [
      'five at most, three of one map',
      happened(
        Array.from({ length: 9 }, (_, i) => gap('broken', 100 + i, grew)),
        { alerts: ['1', '2', '3'].map((id) => alert({ id })) },
      ),
      'harm broken 108, harm broken 107, harm broken 106, harm alert 0, harm alert 0',
    ],
  ])('%s', (_, happenings, expected) => expect(says(whatChanged(happenings))).toBe(expected));

  test('what was dismissed or accepted is not told, what is watched is', () => {
    const gaps = [gap('broken', 100, grew), gap('late', 90, grew), gap('we-skipped', 80, grew)];
    const decided = new Map<string, GapDecision>([
      [gaps[0]?.id ?? '', { action: 'dismiss', actor: 'Ann' }],
      [gaps[1]?.id ?? '', { action: 'accept', actor: 'Ann' }],
      [gaps[2]?.id ?? '', { action: 'watch', actor: 'Ann' }],
    ]);
    expect(says(whatChanged(happened(gaps, {}, decided)))).toBe('harm we-skipped 80');
  });

  test('the one that got worse grew on a day, the one that is better became rarer', () => {
    const gaps = [gap('broken', 171, grew), gap('late', 600), gap('we-skipped', 20, rarer)];
    const all = whatChanged(happened([...gaps, gap('shortcut', 90, { compared: compared('better') })]));
    expect(says([worstOf(all), betterOf(all)].filter((one) => one !== null))).toBe(
      'harm broken 171, good we-skipped 20',
    );
    expect([worstOf([]), betterOf([])]).toEqual([null, null]);
  });
});

describe('the one decision wanted', () => {
  const better = gap('not-on-map', 96, { compared: compared('better') });
  const other = gap('not-on-map', 50, { compared: compared('no-difference') });
  test.each<[string, Happenings, string | null, string | null]>([
    ['nobody answers for the worst harm', happened([gap('broken', 171, grew)]), null, 'name-owner'],
    ['somebody does: what to mend', happened([gap('broken', 171, grew)]), 'Baggage', 'mend'],
    ['only late calls', happened([better], { late: 6 }), 'Baggage', 'help-late'],
    ['a better way', happened([better, other]), 'Baggage', 'offer'],
    ['another way', happened([other]), 'Baggage', 'map'],
    ['nothing happened', happened([]), null, null],
  ])('%s', (_, happenings, owner, kind) => {
    expect(decisionWanted(whatChanged(happenings), () => owner)?.kind ?? null).toBe(kind);
  });

  test('harm that is watched already is decided', () => {
    const one = gap('broken', 171, grew);
    const decided = new Map<string, GapDecision>([[one.id, { action: 'watch', actor: 'Ann' }]]);
    expect(decisionWanted(whatChanged(happened([one], {}, decided)), () => null)).toBeNull();
  });
});
