import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db, Message, State } from '../src/index.ts';
import { addressHash, GIVEN_UP_KEEPS_DAYS, OUTBOX_KEEPS_DAYS } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const DAY_MS = 86_400_000;
const LEASE_MS = 60_000;
const MAIL: Message = { kind: 'mail', to: 'Ann@Example.org', subject: 'Hello', text: 'How was it?' };
const hook = (endpoint: number): Message => ({ kind: 'webhook', endpoint, type: 'letter.ready', payload: { n: 1 } });

const claimAt = (state: State, nowMs: number, more: object = {}): ReturnType<State['outbox']['claim']> =>
  state.outbox.claim(state.db, {
    nowMs,
    leaseMs: LEASE_MS,
    owner: 'me',
    kinds: ['mail', 'webhook'],
    most: 100,
    ...more,
  });

/** Claims belong to all workspaces: what earlier tests left is taken out of the way first. */
async function empty({ db }: State): Promise<void> {
  await db.deleteFrom('outbox').execute();
}

describeEachState('outbox', (given) => {
  test('one id is put once, and a rolled back decision leaves nothing to send', async () => {
    const { id: workspace } = await given.workspace();
    const { outbox, db, transaction } = given.state();
    const put = (db: Db, id: string): Promise<boolean> => outbox.put(db, { workspace, id, message: MAIL, nowMs: 5 });
    expect(await put(db, 'a')).toBe(true);
    expect(await put(db, 'a')).toBe(false);
    const broken = transaction(async (trx) => {
      await put(trx, 'b');
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await outbox.find(db, workspace, 'b')).toBeNull();
    expect(await outbox.find(db, workspace, 'a')).toMatchObject({ status: 'waiting', attempts: 0, dueMs: 5 });
    await expect(put(db, '')).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('a message is claimed by one, not before its time, and again when the lease is over', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    await empty(state);
    await state.outbox.put(state.db, { workspace, id: 'a', message: MAIL, nowMs: 0, notBeforeMs: 1000 });
    expect(await claimAt(state, 999)).toEqual([]);
    const [first] = await claimAt(state, 1000);
    expect(first).toMatchObject({ id: 'a', message: MAIL, attempts: 0 });
    expect(await claimAt(state, 1000 + LEASE_MS - 1)).toEqual([]);
    const [second] = await claimAt(state, 1000 + LEASE_MS);
    expect(second?.fence).toBeGreaterThan(first?.fence as number);
    if (first === undefined || second === undefined) throw new Error('both were claimed');
    // What the first one reports too late counts for nothing.
    expect(await state.outbox.sent(state.db, first, { nowMs: 1, answer: 250 })).toBe(false);
    const failing = { nowMs: 1, answer: null, error: 'x', retryMs: null };
    expect(await state.outbox.failed(state.db, first, failing)).toBe(false);
    expect(await state.outbox.sent(state.db, second, { nowMs: 2, answer: 250 })).toBe(true);
    expect(await state.outbox.sent(state.db, second, { nowMs: 3, answer: 250 })).toBe(false);
  });

  test('what is sent leaves neither text nor address, but the hash of the address', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    await empty(state);
    await state.outbox.put(state.db, { workspace, id: 'a', message: MAIL, nowMs: 0 });
    const [lease] = await claimAt(state, 0);
    if (lease === undefined) throw new Error('claimed');
    await state.outbox.sent(state.db, lease, { nowMs: 7, answer: 250 });
    const row = await state.db
      .selectFrom('outbox')
      .selectAll()
      .where('workspace', '=', workspace)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      message: '',
      addressHash: addressHash(' ann@example.ORG'),
      status: 'sent',
      endedMs: 7,
    });
    expect(JSON.stringify(row)).not.toMatch(/example\.org|How was it/i);
    expect(await state.outbox.again(state.db, { workspace, id: 'a' }, 9)).toBe(false);
  });

  test('what is given up says so, can be sent again, and is erased in the end', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    await empty(state);
    await state.outbox.put(state.db, { workspace, id: 'a', message: hook(3), nowMs: 0 });
    const [lease] = await claimAt(state, 0);
    if (lease === undefined) throw new Error('claimed');
    const retry = { nowMs: 10, answer: 503, error: 'It answered 503.', retryMs: 5010 };
    await state.outbox.failed(state.db, lease, retry);
    expect(await claimAt(state, 5009)).toEqual([]);
    const [next] = await claimAt(state, 5010);
    if (next === undefined) throw new Error('claimed');
    expect(next.attempts).toBe(1);
    await state.outbox.failed(state.db, next, { nowMs: 6000, answer: 500, error: 'It answered 500.', retryMs: null });
    expect(await claimAt(state, DAY_MS)).toEqual([]);
    expect(await state.outbox.count(state.db, workspace, 'webhook')).toEqual({ waiting: 0, sent: 0, gave_up: 1 });
    expect(await state.outbox.again(state.db, { workspace, id: 'a' }, 7000)).toBe(true);
    const [last] = await claimAt(state, 7000);
    expect(last?.message).toEqual(hook(3));
    if (last === undefined) throw new Error('claimed');
    await state.outbox.failed(state.db, last, { nowMs: 8000, answer: 500, error: 'x', retryMs: null });
    await state.outbox.tidy(state.db, 8000 + GIVEN_UP_KEEPS_DAYS * DAY_MS);
    expect(await state.outbox.again(state.db, { workspace, id: 'a' }, 9000)).toBe(false);
    expect(await state.outbox.find(state.db, workspace, 'a')).toMatchObject({ status: 'gave_up', answer: 500 });
    await state.outbox.tidy(state.db, 8000 + OUTBOX_KEEPS_DAYS * DAY_MS);
    expect(await state.outbox.find(state.db, workspace, 'a')).toBeNull();
  });

  test('kinds, busy endpoints and a share for each are kept', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    await empty(state);
    const messages = { m: MAIL, a1: hook(1), a2: hook(1), a3: hook(1), b1: hook(2) };
    for (const [id, message] of Object.entries(messages))
      await state.outbox.put(state.db, { workspace, id, message, nowMs: 0 });
    const ids = async (more: object): Promise<string[]> => {
      const leases = await claimAt(state, 0, more);
      await state.outbox.release(state.db, 'me');
      return leases.map(({ id }) => id);
    };
    expect(await ids({ kinds: ['mail'] })).toEqual(['m']);
    expect(await ids({ kinds: [] })).toEqual([]);
    expect(await ids({ without: [1] })).toEqual(['b1', 'm']);
    expect(await ids({ mostEach: 2 })).toEqual(['a1', 'a2', 'b1', 'm']);
    expect(await ids({ most: 2 })).toEqual(['a1', 'a2']);
  });

  test('many at once: everything is claimed by exactly one', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    await empty(state);
    for (let n = 0; n < 60; n += 1)
      await state.outbox.put(state.db, { workspace, id: `m${n}`, message: MAIL, nowMs: 0 });
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => claimAt(state, 0, { owner: `o${n}`, most: 10 })),
    );
    const rest = await claimAt(state, 0, { owner: 'rest' });
    const ids = [...claims.flat(), ...rest].map(({ id }) => id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test('whatever happens, a message is sent, waits or is given up, and never goes back from sent', async () => {
    const state = given.state();
    const step = fc.constantFrom('claim', 'sent', 'later', 'never', 'wait', 'again');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await empty(state);
        const { id: workspace } = await given.workspace();
        let nowMs = 0;
        let held: Awaited<ReturnType<typeof claimAt>> = [];
        let model: 'waiting' | 'sent' | 'gave_up' = 'waiting';
        await state.outbox.put(state.db, { workspace, id: 'a', message: MAIL, nowMs });
        for (const each of steps) {
          const [lease] = held;
          if (each === 'wait') nowMs += LEASE_MS;
          if (each === 'claim') {
            const got = await claimAt(state, nowMs);
            if (got.length > 0) {
              expect(model).toBe('waiting');
              held = got;
            }
          }
          if (each === 'again' && (await state.outbox.again(state.db, { workspace, id: 'a' }, nowMs))) {
            expect(model).toBe('gave_up');
            model = 'waiting';
          }
          if (lease === undefined) continue;
          if (each === 'sent' && (await state.outbox.sent(state.db, lease, { nowMs, answer: 250 }))) model = 'sent';
          const failing = { nowMs, answer: null, error: 'x', retryMs: each === 'later' ? nowMs : null };
          if ((each === 'later' || each === 'never') && (await state.outbox.failed(state.db, lease, failing)))
            model = each === 'later' ? 'waiting' : 'gave_up';
        }
        expect((await state.outbox.find(state.db, workspace, 'a'))?.status).toBe(model);
      }),
      { numRuns: 25 },
    );
  });
});
