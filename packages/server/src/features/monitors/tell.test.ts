import { openState } from '@continuo/state';
import { expect, test } from 'vitest';
import { Address } from '../../platform/address.ts';
import { temporaryFolder } from '../../platform/test-folder.ts';
import { newStanding } from './judge.ts';
import { tell } from './tell.ts';

test('an address stands in the message alone, which goes once it is sent: neither in its id nor in the log', async () => {
  const { folder, remove } = temporaryFolder();
  const state = await openState(`sqlite:${folder}/state.sqlite`);
  try {
    const workspace = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' });
    const mails = ['care@example.org', 'ops@example.org', 'care@example.org'];
    const watch = await state.watches.create(state.db, workspace.id, {
      ...{ name: 'Calls', measured: { kind: 'events', activity: 'Call', channel: null }, filters: [], how: 'unusual' },
      ...{
        period: 'day',
        speaksOf: 'more',
        owner: '',
        mails,
        hasWebhook: false,
        learnFrom: null,
        ...newStanding('day'),
      },
      ...{ madeBy: 'Ada', madeMs: 0 },
    });
    const first = { n: 9, of: null, usual: { centre: 3, lo: 1, hi: 6 } };
    const alert = await state.alerts.open(state.db, {
      ...{ workspace: workspace.id, watch: watch.id, side: 'more', sinceSlot: 20_000, spokenSlot: 20_000 },
      ...{ lastSlot: 20_000, first, openedMs: 0 },
    });
    const services = { state, clock: { now: () => 0 }, address: new Address('https://journeys.example') };
    for (const type of ['alert.opened', 'alert.closed'] as const)
      await tell(services, state.db, { type, workspace, watch, alert });
    const rows = await state.db.selectFrom('outbox').select(['id', 'message']).execute();
    expect(rows).toHaveLength(4);
    expect(rows.filter(({ message }) => message.includes('care@example.org'))).toHaveLength(2);
    expect(rows.map(({ id }) => id).join()).not.toContain('@');
  } finally {
    await state.close();
    remove();
  }
});
