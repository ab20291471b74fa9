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

  test.each([
    ['channel', 254],
    ['activity', 65_534],
  ] as const)('once every %s has its code, up to %i, further names share the next one', async (kind, last) => {
    const { codes, db } = state();
    const { id } = await workspace();
    const used = last - 3;
    await db.insertInto('codes').values({ workspace: id, kind, code: used, digest: 'd', name: 'earlier' }).execute();
    const got = await codes.ensureCodes(db, id, kind, ['a', 'b', 'c', 'd', 'e']);
    expect([...got.values()]).toEqual([used + 1, used + 2, last, OTHER_NAMES[kind], OTHER_NAMES[kind]]);
    expect(OTHER_NAMES[kind]).toBe(last + 1);
    expect(await codes.ensureCodes(db, id, kind, ['e', 'c'])).toEqual(
      new Map([
        ['c', last],
        ['e', OTHER_NAMES[kind]],
      ]),
    );
    const names = await codes.names(db, id, kind);
    expect([names.length, names[used], names[last]]).toEqual([last + 1, 'earlier', 'c']);
  });

  test('more names than one statement takes', async () => {
    const { codes, db } = state();
    const { id } = await workspace();
    const all = Array.from({ length: 11_000 }, (_, i) => `name ${i}`);
    const got = await codes.ensureCodes(db, id, 'activity', all);
    expect(all.every((name, i) => got.get(name) === i + 1)).toBe(true);
    expect(await codes.names(db, id, 'activity')).toEqual(['', ...all]);
  });

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
