import { openState } from '@continuo/state';
import { parseNetworks } from '../src/platform/guard-address.ts';
import { openLog } from '../src/platform/log.ts';
import { Outbox } from '../src/platform/outbox.ts';
import { openSeal } from '../src/platform/seal.ts';
import { Timers } from '../src/platform/timers.ts';
import { webhookSender } from '../src/platform/webhook.ts';

// One life of a process that decides and sends until it is killed. Arguments: place of the state, its folder, the time it
// begins at, how many decisions there are in all.
const [location = '', folder = '', startMs = '0', decisions = '0'] = process.argv.slice(2);
const offsetMs = Number(startMs) - performance.now();
const clock = { now: () => Math.floor(offsetMs + performance.now()) };
const log = openLog('silent');
const state = await openState(location);
const webhook = webhookSender({
  state,
  clock,
  seal: openSeal(`${folder}/secrets.key`),
  allowed: parseNetworks('127.0.0.0/8'),
});
const outbox = new Outbox({ state, clock, log, folder }, { webhook });
const timers = new Timers({ state, clock, log }, () => outbox.wake());

// A decision: the counter of its key goes up, and one message says so; both with the removal of the timer.
timers.on('decide', async ({ workspace, key, payload }, trx) => {
  const { next } = payload as { readonly next: number };
  const before = Number((await state.facts.get(trx, workspace, key)) ?? 0);
  await state.facts.set(trx, workspace, key, String(before + 1));
  await state.webhooks.announce(trx, {
    workspace,
    id: key,
    type: 'letter.ready',
    payload: { key },
    nowMs: clock.now(),
  });
  if (next >= Number(decisions)) return;
  const timer = { kind: 'decide', key: `d${next}`, dueMs: 0, payload: { next: next + 1 } };
  await state.timers.set(trx, { workspace, ...timer });
});

await outbox.start();
for (;;) if ((await timers.runDue()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
