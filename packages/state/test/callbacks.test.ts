import { afterDeed, type CallbackDeed, type CallbackStanding, HELPING_STATES } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGAIN_MS, type DeedClock, type SeenMoment, type State } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Monday, 10:00. */
const BEGIN = Date.parse('2026-10-26T10:00Z');

const moment = (person: string, message: string, rule = 'low'): SeenMoment => ({
  ...{
    rule,
    message,
    person,
    identity: person,
    timeMs: BEGIN,
    why: 'answered 2 of 10',
    what: 'No bag',
    channel: 'email',
  },
  ...{ step: null, team: 'Baggage', calendar: 'office', workMs: 4 * HOUR_MS },
});

interface Real {
  readonly state: State;
  readonly workspace: number;
}

interface Known {
  readonly id: number;
  readonly person: string;
  readonly againId: number | null;
  standing: CallbackStanding;
  moments: number;
}

/** What must be true, without any SQL: call-backs by number, what was decided, what time it is. */
interface Model {
  nowMs: number;
  readonly callbacks: Known[];
  readonly decided: Set<string>;
}

const isHelping = (one: Known): boolean => HELPING_STATES.includes(one.standing.state);
const clockAt = (nowMs: number): DeedClock => ({ nowMs, answerDays: 14, isFrozen: false });

type Command = fc.AsyncCommand<Model, Real>;

class See implements Command {
  readonly #person: string;
  readonly #message: string;
  readonly #mayOpen: boolean;
  constructor(person: string, message: string, mayOpen: boolean) {
    this.#person = person;
    this.#message = message;
    this.#mayOpen = mayOpen;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, { state, workspace }: Real): Promise<void> {
    const seen = moment(this.#person, this.#message);
    const given = { mayOpen: this.#mayOpen, clock: clockAt(model.nowMs) };
    const decision = await state.callbackDecisions.decide(state.db, workspace, seen, given);
    const open = model.callbacks.find((one) => one.person === this.#person && isHelping(one));
    if (model.decided.has(this.#message)) expect(decision.kind).toBe('decided');
    else if (open) {
      expect(decision).toMatchObject({ kind: 'joined', callback: { id: open.id } });
      open.moments += 1;
      if (decision.kind === 'joined') open.standing = { ...open.standing, ...joined(open, decision.callback) };
    } else if (!this.#mayOpen) expect(decision.kind).toBe('left-out');
    else {
      const closed = model.callbacks
        .filter(({ person, standing }) => person === this.#person && (standing.closedMs ?? 0) >= model.nowMs - AGAIN_MS)
        .sort((a, b) => (b.standing.closedMs ?? 0) - (a.standing.closedMs ?? 0) || b.id - a.id);
      expect(decision).toMatchObject({
        kind: 'opened',
        callback: { againId: closed[0]?.id ?? null, state: 'open' },
      });
      if (decision.kind !== 'opened') return;
      // Numbers only grow; one that a moment drew in vain, because it was decided before, is left out.
      const { id } = decision.callback;
      expect(id).toBeGreaterThan(Math.max(0, ...model.callbacks.map((one) => one.id)));
      model.callbacks.push({
        id,
        person: this.#person,
        againId: closed[0]?.id ?? null,
        standing: decision.callback,
        moments: 1,
      });
    }
    model.decided.add(this.#message);
  }
  toString(): string {
    return `see ${this.#person} ${this.#message}`;
  }
}

/** A moment that joins wakes what waits; when it is due then, the calendar says. */
function joined({ standing }: Known, { dueMs }: CallbackStanding): Partial<CallbackStanding> {
  if (standing.state !== 'waiting') return {};
  const after = afterDeed(standing, { kind: 'resume', dueMs }, 0);
  return after.ok ? after.value : {};
}

class Do implements Command {
  readonly #at: number;
  readonly #deed: (nowMs: number) => CallbackDeed;
  constructor(at: number, deed: (nowMs: number) => CallbackDeed) {
    this.#at = at;
    this.#deed = deed;
  }
  check(model: Readonly<Model>): boolean {
    return model.callbacks.length > 0;
  }
  async run(model: Model, { state, workspace }: Real): Promise<void> {
    const known = model.callbacks[this.#at % model.callbacks.length] as Known;
    const others = model.callbacks.some((one) => one !== known && one.person === known.person && isHelping(one));
    const given = this.#deed(model.nowMs);
    const deed = given.kind === 'answer' ? { ...given, mayReopen: !others } : given;
    const expected = afterDeed(known.standing, deed, model.nowMs);
    const mayBe = expected.ok && !(deed.kind === 'reopen' && others);
    const done = state.callbacks.act(state.db, workspace, known.id, deed, null, clockAt(model.nowMs));
    if (!mayBe) return expect(done).rejects.toMatchObject({ code: 'callback.conflict' });
    expect(await done).toMatchObject(expected.value);
    known.standing = expected.value;
  }
  toString(): string {
    return `do ${JSON.stringify(this.#deed(0))} to ${this.#at}`;
  }
}

class Pass implements Command {
  readonly #ms: number;
  constructor(ms: number) {
    this.#ms = ms;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model): Promise<void> {
    model.nowMs += this.#ms;
  }
  toString(): string {
    return `${this.#ms / HOUR_MS} h pass`;
  }
}

const deeds: readonly ((nowMs: number) => CallbackDeed)[] = [
  () => ({ kind: 'take', owner: 3 }),
  () => ({ kind: 'give', owner: null }),
  () => ({ kind: 'give', team: 'Web' }),
  () => ({ kind: 'speak' }),
  (nowMs) => ({ kind: 'wait', for: 'until', untilMs: nowMs + DAY_MS, restMs: HOUR_MS, by: 4 }),
  () => ({ kind: 'wait', for: 'customer', untilMs: null, restMs: 2 * HOUR_MS, by: 4 }),
  (nowMs) => ({ kind: 'resume', dueMs: nowMs + HOUR_MS }),
  () => ({ kind: 'late' }),
  (nowMs) => ({ kind: 'close', cause: { kind: 'off-map' }, action: 'said sorry', askMs: nowMs + DAY_MS, by: 4 }),
  () => ({ kind: 'close', cause: { kind: 'step', journey: 'fly', step: 'belt' }, action: 'paid', askMs: null, by: 4 }),
  () => ({ kind: 'ask' }),
  (nowMs) => ({ kind: 'answer', answer: 'no', dueMs: nowMs + HOUR_MS, mayReopen: true }),
  () => ({ kind: 'answer', answer: 'yes', dueMs: 0, mayReopen: true }),
  () => ({ kind: 'expire' }),
  (nowMs) => ({ kind: 'reopen', dueMs: nowMs + HOUR_MS }),
];

const commands = [
  fc
    .tuple(fc.constantFrom('7', '8'), fc.nat({ max: 9 }), fc.boolean())
    .map(([person, message, mayOpen]) => new See(person, `${person}-${message}`, mayOpen || message < 7)),
  fc.tuple(fc.nat({ max: 5 }), fc.constantFrom(...deeds)).map(([at, deed]) => new Do(at, deed)),
  fc.constantFrom(HOUR_MS, DAY_MS, 60 * DAY_MS).map((ms) => new Pass(ms)),
];

describeEachState('call-backs', (given) => {
  test('are what the model says, whatever is done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (sequence) => {
        const state = given.state();
        const { id: workspace } = await given.workspace();
        const model: Model = { nowMs: BEGIN, callbacks: [], decided: new Set() };
        await fc.asyncModelRun(() => ({ model, real: { state, workspace } }), sequence);
        for (const { id, standing, moments, againId } of model.callbacks) {
          expect(await state.callbacks.get(state.db, workspace, id)).toMatchObject({ ...standing, againId });
          expect(await state.callbacks.moments(state.db, workspace, id)).toHaveLength(moments);
        }
        const { opened, asked } = await state.callbacks.measures(state.db, workspace, {
          ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, nowMs: model.nowMs },
        });
        expect(opened.opened).toBe(model.callbacks.length);
        expect(opened.inTime + opened.late + opened.notYet + opened.notYetLate).toBe(opened.opened);
        expect(asked.yes + asked.partly + asked.no + asked.unanswered).toBe(asked.asked);
        const causes = await state.callbacks.causes(state.db, workspace, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
        const closed = model.callbacks.filter(({ standing }) => standing.closedMs !== null).length;
        expect(causes.reduce((sum, { n }) => sum + n, 0)).toBe(closed);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('of one person there is never a second open one, whoever tries at the same time', async () => {
    const state = given.state();
    const { id } = await given.workspace();
    const clock = clockAt(BEGIN);
    const decisions = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        state.callbackDecisions.decide(state.db, id, moment('9', `m${i % 4}`), { mayOpen: true, clock }),
      ),
    );
    expect(decisions.map(({ kind }) => kind).sort()).toEqual([
      ...['decided', 'decided', 'decided', 'decided', 'joined', 'joined', 'joined', 'opened'],
    ]);
  });

  test('the list shows each once, page by page, those due first', async () => {
    const state = given.state();
    const { id } = await given.workspace();
    for (const [i, workMs] of [5, 3, 4, 1, 2].entries())
      await state.callbackDecisions.decide(
        ...([state.db, id] as const),
        { ...moment(`${i}`, `${i}`), workMs: workMs * HOUR_MS },
        { mayOpen: true, clock: clockAt(BEGIN) },
      );
    const wait = { kind: 'wait', for: 'customer', untilMs: null, restMs: HOUR_MS, by: 3 } as const;
    await state.callbacks.act(state.db, id, 4, { ...wait }, null, clockAt(BEGIN));
    await state.callbacks.act(state.db, id, 5, { kind: 'take', owner: 3 }, null, clockAt(BEGIN));
    const ids = async (tab: 'mine' | 'unassigned' | 'past-due', nowMs = BEGIN): Promise<number[]> => {
      const found: number[] = [];
      for (let afterId: number | null = null; ; afterId = found.at(-1) ?? null) {
        const page = await state.callbacks.list(state.db, id, { tab, me: 3, nowMs, most: 2, afterId });
        if (page.length === 0) return found;
        found.push(...page.map((one) => one.id));
      }
    };
    expect(await ids('unassigned')).toEqual([2, 3, 1]);
    expect(await ids('mine')).toEqual([5, 4]);
    expect(await ids('past-due', BEGIN + 5 * HOUR_MS)).toEqual([5, 2, 3]);
    expect(await state.callbacks.count(state.db, id, { tab: 'past-due', me: 3, nowMs: BEGIN + 5 * HOUR_MS })).toBe(3);
    await state.callbacks.act(state.db, id, 3, { kind: 'give', team: null }, null, clockAt(BEGIN));
    expect(await state.callbacks.pastDueByTeam(state.db, id, BEGIN + 5 * HOUR_MS)).toEqual(
      new Map([
        ['Baggage', 2],
        [null, 1],
      ]),
    );
  });

  test('calendars: office hours until somebody makes one, and with it', async () => {
    const state = given.state();
    const { id } = await given.workspace();
    const [office] = await state.calendars.list(state.db, id);
    expect(office).toMatchObject({ key: 'office', timeZone: 'UTC' });
    await state.calendars.put(state.db, id, {
      ...(office as NonNullable<typeof office>),
      key: 'night',
      holidays: ['2026-12-25'],
    });
    expect((await state.calendars.list(state.db, id)).map(({ key }) => key)).toEqual(['night', 'office']);
    expect(await state.calendars.of(state.db, id, 'gone')).toMatchObject({ key: 'night' });
    await state.calendars.remove(state.db, id, 'night');
    await expect(state.calendars.remove(state.db, id, 'night')).rejects.toMatchObject({ code: 'calendar.unknown' });
  });
});
