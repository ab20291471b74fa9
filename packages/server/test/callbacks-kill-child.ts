import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { callbackLookout, callbackTimers } from '../src/features/recovery/index.ts';

// One life of a process that looks for people to be called back, says who is late and sends, until it is killed or has nothing
// left to do. Arguments: its data folder, and the time it begins at.
const [folder = '', startMs = '0'] = process.argv.slice(2);
const clock = { now: () => Math.floor(Number(startMs) + performance.now()) };
const environment = { CONTINUO_TIME_ZONE: 'UTC', CONTINUO_WEBHOOK_ALLOW: '127.0.0.0/8', CONTINUO_LOG_LEVEL: 'error' };
const { services, close } = await compose(readConfig({ folder }, environment), clock);
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
await close();
