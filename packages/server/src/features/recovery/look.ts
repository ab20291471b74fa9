import type { CallbackRule, JourneyContract } from '@continuo/core';
import type { Db, DeedClock, SeenMoment } from '@continuo/state';
import type { SightingScope } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { announceCallback } from './announce.ts';
import { type FoundMoment, findMoments } from './find-moments.ts';
import { mapsOf } from './landing.ts';
import { recoveryClock } from './recovery-clock.ts';
import { whatHappened } from './what-happened.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Decisions a transaction: a crash repeats at most so many looks, and no decision. */
const BATCH = 50;
/** What was looked at last, sources, days and rules: what comes of these from then on is news. */
const LOOKED = 'callback-looked';

export interface Looked {
  readonly opened: number;
  readonly joined: number;
  readonly leftOut: number;
}

export interface LookOptions {
  readonly isStopped?: () => boolean;
  /** For the demo world: call-backs are opened as if somebody had looked right after each moment. */
  readonly clockAt?: (moment: Pick<FoundMoment, 'timeMs'>) => DeedClock;
  /** Instead of the rules and the days of the workspace. */
  readonly instead?: { readonly rules: readonly CallbackRule[]; readonly lookBackDays: number };
}

/**
 * Lets the rules of a workspace look at what happened in the last days of its data, and decides about each event once. Safe to
 * repeat and to break off: what was decided stays, the rest is decided by the next look. A first look at a source's history
 * opens at most `mostAtOnce`, for the newest moments; the others are remembered as left out.
 */
export async function lookForCallbacks(
  services: Services,
  workspace: number,
  { isStopped = () => false, clockAt, instead }: LookOptions = {},
): Promise<Looked> {
  const { state } = services;
  const [rules, settings, build, sources, looked, clock, { personLevel }] = await Promise.all([
    state.callbackRules.list(state.db, workspace),
    state.callbackRules.settings(state.db, workspace),
    state.builds.last(state.db, workspace),
    state.sources.listComplete(state.db, workspace),
    state.facts.get(state.db, workspace, LOOKED),
    recoveryClock(services, workspace),
    services.switches(workspace),
  ]);
  const nothing = { opened: 0, joined: 0, leftOut: 0 };
  const lookBackDays = instead?.lookBackDays ?? settings.lookBackDays;
  const on = (instead?.rules ?? rules).filter(({ isOn }) => isOn);
  // A rule that was off, looked for something else or looked back less far has not seen this: that is a first look, too.
  const mark = JSON.stringify([sources, lookBackDays, on.map(({ key, when }) => [key, when])]);
  if (on.length === 0 || build === null || sources.length === 0 || !personLevel) return nothing;
  const scope = {
    ...{
      workspace,
      sources,
      fromMs: Math.max(0, build.dataAsOfMs - lookBackDays * DAY_MS),
      toMs: build.dataAsOfMs + 1,
    },
  };
  const isFirst = looked !== mark;
  const found = await undecided(services, scope, on, isStopped);
  const look = new Look(services, workspace, await mapsOf(services, workspace), clockAt ?? (() => clock));
  const most = isFirst ? settings.mostAtOnce : Number.POSITIVE_INFINITY;
  const done = await look.decideAll(found, most, isStopped);
  if (!isStopped()) await state.facts.set(state.db, workspace, LOOKED, mark);
  services.outbox.wake();
  services.timers.wake();
  return done;
}

/** What may open a call-back and was not decided yet, newest first. */
async function undecided(
  services: Services,
  scope: SightingScope,
  rules: readonly CallbackRule[],
  isStopped: () => boolean,
): Promise<readonly FoundMoment[]> {
  const { state } = services;
  const found: FoundMoment[] = [];
  for (const rule of rules) {
    for await (const page of findMoments(services, scope, rule)) {
      if (isStopped()) return found;
      const may = page.filter(({ mayOpen }) => mayOpen);
      const known = await state.callbackDecisions.decided(
        ...([state.db, scope.workspace, rule.key] as const),
        may.map(({ message }) => message),
      );
      found.push(...may.filter(({ message }) => !known.has(message)));
    }
  }
  return found.sort((a, b) => b.timeMs - a.timeMs || compare(a.rule.key, b.rule.key) || compare(a.message, b.message));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

class Look {
  readonly #services: Services;
  readonly #workspace: number;
  readonly #maps: readonly JourneyContract[];
  readonly #clockAt: (moment: Pick<FoundMoment, 'timeMs'>) => DeedClock;
  readonly #counts = { opened: 0, joined: 0, leftOut: 0 };

  constructor(
    services: Services,
    workspace: number,
    maps: readonly JourneyContract[],
    clockAt: (moment: Pick<FoundMoment, 'timeMs'>) => DeedClock,
  ) {
    this.#services = services;
    this.#workspace = workspace;
    this.#maps = maps;
    this.#clockAt = clockAt;
  }

  /** The newest people first, so that those left out are the ones longest ago; within them moments in the order of time. */
  async decideAll(found: readonly FoundMoment[], most: number, isStopped: () => boolean): Promise<Looked> {
    const people = [...new Set(found.map(({ person }) => person))];
    const chosen = new Set(people.slice(0, most));
    const inTime = [...found].sort(
      (a, b) => a.timeMs - b.timeMs || compare(a.rule.key, b.rule.key) || compare(a.message, b.message),
    );
    for (let i = 0; i < inTime.length && !isStopped(); i += BATCH)
      await this.#decideBatch(inTime.slice(i, i + BATCH), chosen);
    return this.#counts;
  }

  async #decideBatch(batch: readonly FoundMoment[], chosen: ReadonlySet<bigint>): Promise<void> {
    const { state } = this.#services;
    const seen: SeenMoment[] = [];
    for (const moment of batch) seen.push(await this.#seenOf(moment, chosen.has(moment.person)));
    const counts = await state.transaction(async (db) => {
      const own = { opened: 0, joined: 0, leftOut: 0 };
      for (const [i, moment] of batch.entries()) {
        const kind = await this.#decide(db, moment, seen[i] as SeenMoment, chosen.has(moment.person));
        if (kind !== 'decided') own[kind === 'left-out' ? 'leftOut' : kind] += 1;
      }
      return own;
    });
    for (const key of ['opened', 'joined', 'leftOut'] as const) this.#counts[key] += counts[key];
  }

  async #decide(
    db: Db,
    moment: FoundMoment,
    seen: SeenMoment,
    mayOpen: boolean,
  ): Promise<'opened' | 'joined' | 'left-out' | 'decided'> {
    const { state } = this.#services;
    const clock = this.#clockAt(moment);
    const decision = await state.callbackDecisions.decide(db, this.#workspace, seen, { mayOpen, clock });
    if (decision.kind === 'opened' && !clock.isFrozen)
      await announceCallback(this.#services, db, decision.callback, 'opened', {
        ...{ users: moment.user === null ? [] : [moment.user], isPersonal: true, nowMs: clock.nowMs },
      });
    return decision.kind;
  }

  async #seenOf(moment: FoundMoment, mayOpen: boolean): Promise<SeenMoment> {
    const { rule, message, person, identity, timeMs, why, channel } = moment;
    // Those left out are many and are never shown: nobody looks up what happened to them.
    const { what, landed } = mayOpen
      ? await whatHappened(this.#services, this.#workspace, this.#maps, moment)
      : { what: '', landed: null };
    return {
      ...{ rule: rule.key, message, person: String(person), identity: String(identity), timeMs, why, what, channel },
      step: landed === null ? null : { kind: 'step', journey: landed.journey, step: landed.step.id },
      ...{ team: landed?.owner ?? rule.team, calendar: rule.calendar, workMs: Math.round(rule.hours * HOUR_MS) },
    };
  }
}
