import { isDeepStrictEqual } from 'node:util';
import { addWorkingTime, type CallbackDeed, type PutRight } from '@continuo/core';
import { type Db, type DeedEntry, dueAnew, type StoredCallback } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { DEMO_CALENDAR, DEMO_RULES } from './demo-rules.ts';
import { type DemoWork, demoWork } from './demo-work.ts';
import { lookForCallbacks } from './look.ts';
import { DEMO_NOW } from './recovery-clock.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The rules of the demo have looked for four weeks: the break began on 1 October. */
const LOOK_BACK_DAYS = 28;
/** Numbers of the call-backs that the demo made. */
const DEMO_MADE = 'callback-demo-made';

/**
 * The demo's call-backs, opened by its rules as if they had looked all along and worked by people since: the same whenever the
 * demo is made. What is there already stays as it is. Call it when the demo's maps are built.
 */
export async function ensureDemoCallbacks(services: Services, workspace: number): Promise<void> {
  const { state } = services;
  const build = await state.builds.last(state.db, workspace);
  if (build === null || (await state.facts.get(state.db, workspace, DEMO_NOW)) !== null) return;
  const nowMs = build.dataAsOfMs;
  // Somebody who has rules already works call-backs of their own: the demo leaves them alone.
  if ((await state.callbackRules.list(state.db, workspace)).length > 0) return;
  await state.calendars.put(state.db, workspace, DEMO_CALENDAR);
  await lookForCallbacks(services, workspace, {
    instead: { rules: DEMO_RULES, lookBackDays: LOOK_BACK_DAYS },
    clockAt: ({ timeMs }) => ({ nowMs: timeMs + 10 * MINUTE_MS, answerDays: 14, isFrozen: true }),
  });
  const members = await state.members.list(state.db, workspace);
  const me = members.find(({ role }) => role === 'admin')?.userId ?? 0;
  await state.transaction(async (db) => {
    // What people opened by hand is theirs.
    const all = await state.callbacks.allOf(db, workspace);
    const made = all.filter(({ rule }) => DEMO_RULES.some(({ key }) => key === rule));
    const lasts = await state.callbacks.lastMoments(db, workspace);
    for (const work of demoWork(made, lasts, nowMs)) await new Worked(services, db, work, me).play();
    for (const rule of DEMO_RULES) await state.callbackRules.put(db, workspace, rule);
    await state.facts.set(db, workspace, DEMO_MADE, JSON.stringify(made.map(({ id }) => id)));
    await state.facts.set(db, workspace, DEMO_NOW, String(nowMs));
  });
}

/** Takes the demo's call-backs and rules out again; what people opened and kept themselves stays. */
export async function removeDemoCallbacks({ state }: Pick<Services, 'state'>, workspace: number): Promise<void> {
  await state.transaction(async (db) => {
    const made = await state.facts.get(db, workspace, DEMO_MADE);
    if (made === null) return;
    await state.callbacks.remove(db, workspace, JSON.parse(made) as number[]);
    // One that somebody changed is theirs.
    const kept = await state.callbackRules.list(db, workspace);
    for (const rule of DEMO_RULES)
      if (kept.some((one) => isDeepStrictEqual(one, rule))) await state.callbackRules.remove(db, workspace, rule.key);
    for (const fact of [DEMO_MADE, DEMO_NOW, 'callback-looked']) await state.facts.drop(db, workspace, fact);
  });
}

/** One call-back as people of the demo worked on it, each deed at its own time. */
class Worked {
  readonly #services: Services;
  readonly #db: Db;
  readonly #work: DemoWork;
  readonly #me: number;

  constructor(services: Services, db: Db, work: DemoWork, me: number) {
    this.#services = services;
    this.#db = db;
    this.#work = work;
    this.#me = me;
  }

  async play(): Promise<void> {
    const { plan, callback, lastMs, nowMs, words, day } = this.#work;
    if (plan === 'unassigned') return;
    const taken = addWorkingTime(DEMO_CALENDAR, callback.openedMs, day % 3 === 0 ? HOUR_MS / 2 : HOUR_MS);
    await this.#do(
      Math.min(taken, nowMs),
      { kind: 'take', owner: this.#me },
      { kind: 'taken', facts: { owner: this.#me } },
    );
    if (plan === 'in-hand') return;
    const begun = Math.max(taken, Math.min(lastMs, nowMs - HOUR_MS));
    if (plan === 'waiting') {
      const wait = { kind: 'wait', for: 'customer', untilMs: null, restMs: 4 * HOUR_MS, by: this.#me } as const;
      await this.#do(
        Math.min(begun + HOUR_MS, nowMs),
        { kind: 'speak' },
        this.#noted('called', 'Called back, nobody answered. Left a message.'),
      );
      return this.#do(Math.min(begun + HOUR_MS, nowMs), wait, {
        kind: 'waiting',
        facts: { for: 'customer', untilMs: null },
      });
    }
    const share = this.#work.isInTime ? 0.3 + (day % 50) / 100 : 1.3;
    const called = Math.max(taken, addWorkingTime(DEMO_CALENDAR, callback.openedMs, callback.workMs * share));
    const calledMs = Math.min(called, nowMs - 3 * HOUR_MS);
    await this.#do(calledMs, { kind: 'speak' }, this.#noted('called', words.said));
    const doneMs = Math.min(addWorkingTime(DEMO_CALENDAR, Math.max(calledMs, lastMs), HOUR_MS), nowMs - 2 * HOUR_MS);
    await this.#do(doneMs, null, this.#noted('did', words.did));
    await this.#close(Math.min(addWorkingTime(DEMO_CALENDAR, doneMs, 2 * HOUR_MS), nowMs - HOUR_MS));
  }

  async #close(closedMs: number): Promise<void> {
    const { plan, cause, words, nowMs, answer, day } = this.#work;
    const place = cause.kind === 'step' ? { journey: cause.journey, step: cause.step } : { journey: null, step: null };
    const askMs = Math.min(closedMs + 48 * HOUR_MS, nowMs - 30 * MINUTE_MS);
    const isAsked = plan === 'asked' || answer !== undefined;
    const entry = { kind: 'closed', facts: { ...place, action: words.action } } as const;
    const deed = { kind: 'close', cause, action: words.action, askMs: isAsked ? askMs : null, by: this.#me } as const;
    await this.#do(closedMs, deed, entry);
    if (!isAsked) return;
    await this.#do(askMs, { kind: 'ask' }, { kind: 'asked', facts: { isMailed: true } });
    if (answer === undefined || answer === null) {
      if (plan === 'closed') await this.#do(Math.min(askMs + 14 * 24 * HOUR_MS, nowMs), { kind: 'expire' }, null);
      return;
    }
    const answeredMs = Math.min(askMs + (3 + (day % 20)) * HOUR_MS, nowMs - 15 * MINUTE_MS);
    await this.#answered(answeredMs, answer);
    // A no has opened it again; it was looked at once more, and closed.
    const againMs = Math.min(addWorkingTime(DEMO_CALENDAR, answeredMs, 6 * HOUR_MS), nowMs - 10 * MINUTE_MS);
    if (answer === 'no') await this.#do(againMs, { ...deed, askMs: null }, entry);
  }

  async #answered(atMs: number, answer: PutRight): Promise<void> {
    const { state } = this.#services;
    const { id, workspace } = this.#work.callback;
    const why = this.#work.words.because[answer];
    const current = await state.callbacks.get(this.#db, workspace, id);
    const isFree = (await state.callbacks.openOf(this.#db, workspace, current.person)) === null;
    const dueMs = await dueAnew(this.#db, current, atMs);
    const entry = { kind: 'answered', facts: { answer }, text: why, userId: null } as const;
    await this.#do(atMs, { kind: 'answer', answer, dueMs, mayReopen: isFree }, entry);
    await state.callbacks.setAnswer(this.#db, workspace, id, atMs, why);
    await state.callbacks.setMailed(this.#db, workspace, id, true);
  }

  #noted(note: 'called' | 'did', text: string): Partial<DeedEntry> & Pick<DeedEntry, 'kind' | 'facts'> {
    return { kind: 'noted', facts: { note }, text };
  }

  /** Deed null: only a word in the log. */
  async #do(
    atMs: number,
    deed: CallbackDeed | null,
    entry: (Partial<DeedEntry> & Pick<DeedEntry, 'kind' | 'facts'>) | null,
  ): Promise<void> {
    const { state } = this.#services;
    const { id, workspace }: StoredCallback = this.#work.callback;
    const whole = entry === null ? null : { text: '', userId: entry.kind === 'asked' ? null : this.#me, ...entry };
    const clock = { nowMs: atMs, answerDays: 14, isFrozen: true };
    if (deed !== null) await state.callbacks.act(this.#db, workspace, id, deed, whole, clock);
    else if (whole !== null) await state.callbackLog.append(this.#db, workspace, id, { ...whole, atMs });
  }
}
