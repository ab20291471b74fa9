import type { Event } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeEvents } from './row-binary.ts';
import { splitRows } from './split-rows.ts';

const event = fc.record({
  identity: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
  name: fc.string({ maxLength: 300 }),
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
});

test('every row lands whole in the shard of its identity, in its order', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (rows, shards) => {
      const events = rows.map(
        (row, i): Event => ({
          workspace: 1,
          message: BigInt(i),
          timeMs: i,
          ord: i,
          channel: '',
          caseKey: '',
          scale: '',
          properties: {},
          receivedMs: 0,
          seq: 0n,
          source: 1,
          ...row,
        }),
      );
      const expected = Array.from({ length: shards }, (_, shard) =>
        Buffer.from(encodeEvents(events.filter((each) => each.identity % BigInt(shards) === BigInt(shard)))),
      );
      expect(splitRows(encodeEvents(events), 'events', shards).map((part) => Buffer.from(part))).toEqual(expected);
    }),
  );
});
