import { Problem } from '@continuo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OTHER_NAMES, openState } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

describeEachState('codes', ({ engine, state, workspace, location }) => {
  test('names get 1, 2, 3 … in their order, and keep them', async () => {
    const { codes, db } = state();
    const { id } = await workspace();
    const first = await codes.ensureCodes(db, id, 'activity', ['book', 'fly', 'book']);
    expect([...first]).toEqual([
      ['book', 1],
      ['fly', 2],
    ]);
    const second = await codes.ensureCodes(db, id, 'activity', ['fly', 'land', '']);
    expect(new Map([...second].sort())).toEqual(
      new Map([
        ['', 4],
        ['fly', 2],
        ['land', 3],
      ]),
    );
    expect(await codes.names(db, id, 'activity')).toEqual(['', 'book', 'fly', 'land', '']);
    expect(await codes.names(db, id, 'channel')).toEqual(['']);
    expect(await codes.ensureCodes(db, id, 'channel', [])).toEqual(new Map());
  });

  test('workspaces and kinds count for themselves; case, accents and length make names differ', async () => {
    const { codes, db } = state();
    const [a, b] = [await workspace(), await workspace()];
    const names = ['Book', 'book', 'böok', 'x'.repeat(100_000), `${'x'.repeat(100_000)}y`];
    for (const { id } of [a, b]) {
      expect([...(await codes.ensureCodes(db, id, 'activity', names)).values()]).toEqual([1, 2, 3, 4, 5]);
      expect([...(await codes.ensureCodes(db, id, 'channel', ['web'])).values()]).toEqual([1]);
    }
  });

  test('callers at once never give one code twice, nor one name two codes', async () => {
    const here = await location();
    // PostgreSQL: two processes' pools. SQLite: one connection, whose transactions interleave with other queries.
    const states = [await openState(here)];
    if (engine === 'postgres') states.push(await openState(here));
    const [first] = states;
    if (first === undefined) throw new Error('unreachable');
    const { id } = await first.workspaces.ensureDefault(first.db, { name: 'w', timeZone: 'UTC' });
    const names = (i: number): string[] => [`own ${i}`, `shared ${i % 3}`, 'shared by all', `own ${i} too`];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => {
        const one = states[i % states.length] ?? first;
        return one.codes.ensureCodes(one.db, id, 'activity', names(i));
      }),
    );
    const codeOf = new Map<string, number>();
    for (const answer of answers) {
      for (const [name, code] of answer) {
        expect(codeOf.get(name) ?? code).toBe(code);
        codeOf.set(name, code);
      }
    }
    expect([...codeOf.values()].sort((x, y) => x - y)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
    const kept = await first.codes.names(first.db, id, 'activity');
    for (const [name, code] of codeOf) expect(kept[code]).toBe(name);
    for (const one of states) await one.close();
  });

  test('a transaction that fails gives its codes back', async () => {
    const { codes, db, transaction } = state();
    const { id } = await workspace();
    const failure = new Problem('internal', 'stop');
    const failed = transaction(async (trx) => {
      await codes.ensureCodes(trx, id, 'activity', ['a', 'b']);
      throw failure;
    });
    await expect(failed).rejects.toBe(failure);
    expect([...(await codes.ensureCodes(db, id, 'activity', ['c']))]).toEqual([['c', 1]]);
  });

  test('channels beyond 254 and activities beyond 65,534 share the code of other names', async () => {
    const { codes, db } = state();
    const { id } = await workspace();
    for (const [kind, names] of [
      ['channel', 300],
      ['activity', 65_600],
    ] as const) {
      const all = Array.from({ length: names }, (_, i) => `name ${i}`);
      const got = await codes.ensureCodes(db, id, kind, all);
      const other = OTHER_NAMES[kind];
      expect(all.map((name, i) => got.get(name) === Math.min(i + 1, other)).every(Boolean)).toBe(true);
      expect((await codes.ensureCodes(db, id, kind, ['late'])).get('late')).toBe(other);
      expect(await codes.names(db, id, kind)).toHaveLength(other);
    }
  }, 60_000);

  test('any names, in any portions: as many codes as names, without gaps', async () => {
    const { codes, db } = state();
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(name, { maxLength: 8 }), { maxLength: 5 }), async (portions) => {
        const { id } = await workspace();
        const expected: string[] = [''];
        for (const portion of portions) {
          const got = await codes.ensureCodes(db, id, 'activity', portion);
          for (const one of portion) if (!expected.slice(1).includes(one)) expected.push(one);
          expect(portion.every((one) => expected.indexOf(one, 1) === got.get(one))).toBe(true);
        }
        expect(await codes.names(db, id, 'activity')).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('names no store can keep, and workspaces that do not exist, are refused', async () => {
    const { codes, db } = state();
    const { id } = await workspace();
    for (const name of ['a\0b', 'a\ud800']) {
      await expect(codes.ensureCodes(db, id, 'activity', [name])).rejects.toMatchObject({ code: 'state.failed' });
    }
    await expect(codes.ensureCodes(db, 999_999, 'activity', ['a'])).rejects.toMatchObject({
      code: 'workspace.unknown',
    });
  });
});
