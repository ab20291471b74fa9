import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeEachState } from './each-state.ts';

const uint64 = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 5n }));

describeEachState('touched identities', ({ state, workspace }) => {
  test('identities of all 64 bits come back, longest waiting first', async () => {
    const { touched, db } = state();
    const { id } = await workspace();
    const identities = [0n, 1n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n];
    await touched.add(db, id, identities);
    await touched.add(db, id, [7n, 7n]);
    await touched.add(db, id, []);
    const { identities: taken } = await touched.take(db, id, 100);
    expect(new Set(taken.slice(0, 6))).toEqual(new Set(identities));
    expect(taken.slice(6)).toEqual([7n]);
    expect(await touched.waiting(db, id)).toBe(7);
  });

  test('one touched again while its batch is built waits again', async () => {
    const { touched, db } = state();
    const { id } = await workspace();
    await touched.add(db, id, [1n, 2n, 3n]);
    const { upTo } = await touched.take(db, id, 2);
    await touched.add(db, id, [1n]);
    if (upTo === null) throw new Error('the batch was empty');
    await touched.clear(db, id, upTo);
    await touched.clear(db, id, upTo);
    expect((await touched.take(db, id, 9)).identities).toEqual([3n, 1n]);
    const none = await touched.take(db, (await workspace()).id, 9);
    expect(none).toEqual({ identities: [], upTo: null });
  });

  test('any order of adding, taking and clearing loses nothing (against a model)', async () => {
    const { touched, db } = state();
    const step = fc.oneof(
      fc.record({ add: fc.array(uint64, { maxLength: 6 }) }),
      fc.record({ take: fc.integer({ min: 1, max: 4 }) }),
      fc.constant({ clear: true as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { id } = await workspace();
        // The model: what waits, with the number of its last touch.
        const waits = new Map<bigint, number>();
        let touches = 0;
        let taken: { upTo: NonNullable<Awaited<ReturnType<typeof touched.take>>['upTo']>; at: Map<bigint, number> }[] =
          [];
        for (const one of steps) {
          if ('add' in one) {
            touches += 1;
            for (const identity of one.add) waits.set(identity, touches);
            await touched.add(db, id, one.add);
          } else if ('take' in one) {
            const { identities, upTo } = await touched.take(db, id, one.take);
            expect(identities).toHaveLength(Math.min(one.take, waits.size));
            const newest = Math.max(...identities.map((identity) => waits.get(identity) ?? Number.NaN), 0);
            const older = [...waits].filter(([, touch]) => touch < newest).map(([identity]) => identity);
            expect(identities).toEqual(expect.arrayContaining(older));
            if (upTo !== null) taken.push({ upTo, at: new Map(identities.map((i) => [i, waits.get(i) ?? 0])) });
          } else {
            for (const { upTo, at } of taken) {
              await touched.clear(db, id, upTo);
              for (const [identity, touch] of at) if (waits.get(identity) === touch) waits.delete(identity);
            }
            taken = [];
          }
          expect(await touched.waiting(db, id)).toBe(waits.size);
        }
        expect(new Set((await touched.take(db, id, 1000)).identities)).toEqual(new Set(waits.keys()));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('loaders at once: whatever order they commit in, every identity waits once', async () => {
    const { touched, db } = state();
    const { id } = await workspace();
    const loads = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 50 }, (__, j) => BigInt((i * 17 + j * 7) % 90)),
    );
    await Promise.all(loads.map((identities) => touched.add(db, id, identities)));
    const { identities } = await touched.take(db, id, 1000);
    expect(identities).toHaveLength(new Set(loads.flat()).size);
    expect(new Set(identities)).toEqual(new Set(loads.flat()));
  });
});

describeEachState('builds', ({ state, workspace }) => {
  test('versions only grow and are never given twice, in and out of transactions, kept or not', async () => {
    const { builds, db, transaction } = state();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('plain', 'kept', 'failed'), { maxLength: 10 }), async (kinds) => {
        const { id } = await workspace();
        const given: number[] = [];
        await Promise.all(
          kinds.map(async (kind) => {
            if (kind === 'plain') return given.push(await builds.nextVersion(db, id));
            const version = transaction(async (trx) => {
              const drawn = await builds.nextVersion(trx, id);
              if (kind === 'failed') throw new Error('build failed');
              return drawn;
            });
            return version.then(
              (drawn) => given.push(drawn),
              () => 0,
            );
          }),
        );
        expect(new Set(given).size).toBe(given.length);
        const next = await builds.nextVersion(db, id);
        expect(next).toBe(given.length + 1);
      }),
      { numRuns: 40 },
    );
  });

  test('the newest build counts, also when an older one finishes after it', async () => {
    const { builds, db } = state();
    const { id } = await workspace();
    expect(await builds.last(db, id)).toBeNull();
    const newer = { version: 4, dataAsOfMs: 1_790_000_000_123, builtMs: 1_790_000_000_456 };
    await builds.record(db, id, { version: 2, dataAsOfMs: 5, builtMs: 6 });
    await builds.record(db, id, newer);
    await builds.record(db, id, { version: 3, dataAsOfMs: 7, builtMs: 8 });
    expect(await builds.last(db, id)).toEqual(newer);
    expect(await builds.last(db, (await workspace()).id)).toBeNull();
  });
});
