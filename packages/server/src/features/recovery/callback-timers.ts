import type { Timer } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { reach } from '../people/index.ts';
import { announceCallback } from './announce.ts';
import { ask } from './ask.ts';
import { recoveryClock } from './recovery-clock.ts';
import { resume, usersOf } from './work.ts';

const idOf = ({ key }: Timer): number => Number(key);

/** What call-backs do by themselves: say that they are late, go on, ask the customer, stop waiting for an answer. */
export function callbackTimers(services: Services): void {
  const { timers, state } = services;
  const clockOf = ({ workspace }: Timer) => recoveryClock(services, workspace);

  timers.on(
    'callback.late',
    async (timer, db, { clock, users }) => {
      const entry = { kind: 'late', facts: {}, text: '', userId: null } as const;
      const late = await state.callbacks.act(db, timer.workspace, idOf(timer), { kind: 'late' }, entry, clock);
      const { personLevel } = await state.switches.get(db, timer.workspace);
      await state.watches.lookAt(db, timer.workspace, services.clock.now());
      await announceCallback(services, db, late, 'late', { users, isPersonal: personLevel, nowMs: clock.nowMs });
    },
    async (timer) => ({
      clock: await clockOf(timer),
      users: await usersOf(services, timer.workspace, idOf(timer)),
    }),
  );

  timers.on(
    'callback.back',
    async (timer, db, clock) =>
      resume(services, { workspace: timer.workspace, clock, db }, idOf(timer), { userId: null, why: 'time' }),
    clockOf,
  );

  timers.on(
    'callback.ask',
    async (timer, db, { clock, reached }) =>
      ask(services, { workspace: timer.workspace, id: idOf(timer), db, clock, userId: null }, reached),
    async (timer) => {
      const { person } = await state.callbacks.get(state.db, timer.workspace, idOf(timer));
      return { clock: await clockOf(timer), reached: await reach(services, timer.workspace, person) };
    },
  );

  timers.on(
    'callback.expire',
    async (timer, db, clock) => {
      await state.callbacks.act(db, timer.workspace, idOf(timer), { kind: 'expire' }, null, clock);
    },
    clockOf,
  );
}
