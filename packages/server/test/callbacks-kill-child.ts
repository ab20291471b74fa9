import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { callbackLookout, callbackTimers } from '../src/features/recovery/index.ts';

// One life of a process that looks for people to be called back, says who is late and sends, until it is killed or has nothing
// left to do; or one that says what is kept. Arguments: its data folder, the time it begins at, and `look` for the latter.
const [folder = '', startMs = '0'] = process.argv.slice(2);
const clock = { now: () => Math.floor(Number(startMs) + performance.now()) };
const environment = { CONTINUO_TIME_ZONE: 'UTC', CONTINUO_WEBHOOK_ALLOW: '127.0.0.0/8', CONTINUO_LOG_LEVEL: 'error' };
const { services, close } = await compose(readConfig({ folder }, environment), clock);
if (process.argv[4] === 'look') await look();
else await live();
await close();

async function live(): Promise<void> {
  callbackTimers(services);
  const lookout = callbackLookout(services);
  await services.outbox.start();
  process.stdout.write('began\n');
  await lookout.resume();
  for (let fired = 1; fired > 0; ) {
    fired = await services.timers.runDue();
    await lookout.settled();
    fired += await services.timers.runDue();
    await services.outbox.sendDue();
  }
  await lookout.close();
}

/** Says what is kept, as one line of JSON. */
async function look(): Promise<void> {
  const { state } = services;
  const made = await state.callbacks.allOf(state.db, 1);
  const ids = made.map(({ id }) => id);
  const moments = await state.callbacks.momentCounts(state.db, 1, ids);
  const callbacks = await Promise.all(
    made.map(async ({ id, person, state: stands, isLateTold }) => {
      const kinds = (await state.callbackLog.list(state.db, 1, id)).map(({ kind }) => kind);
      return { id, person, stands, isLateTold, kinds, moments: moments.get(id) ?? 0 };
    }),
  );
  process.stdout.write(JSON.stringify(callbacks));
}
