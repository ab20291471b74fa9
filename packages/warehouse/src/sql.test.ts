import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, join, name, nothing, type Sql, sql, text, texts, uint } from './sql.ts';

test('parameters are numbered in reading order, nested fragments included', () => {
  const where = join([sql`n in ${texts(['a'])}`, sql`p > ${uint(3)}`], sql` and `);
  expect(compile(sql`select * from ${name('e')} where ${where} limit ${uint(1)}`)).toEqual({
    text: 'select * from {p0:Identifier} where n in {p1:Array(String)} and p > {p2:UInt64} limit {p3:UInt64}',
    params: { p0: name('e'), p1: texts(['a']), p2: uint(3), p3: uint(1) },
  });
});

test('the same question renders to the same text, whatever its values', () => {
  const question = (value: string): Sql => sql`select ${text(value)} as v, ${text(value)} as w`;
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => compile(question(a)).text === compile(question(b)).text));
});

test('no value ever becomes text', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 12 }),
      (value) => !compile(sql`a ${text(value)} ${texts([value])}`).text.includes(value),
    ),
  );
});

test('nothing joins to nothing', () => {
  expect(compile(join([], sql`, `))).toEqual({ text: '', params: {} });
  expect(compile(sql`a${nothing}b`).text).toBe('ab');
  expect(compile(join([sql`a`], sql`, `)).text).toBe('a');
});

test('a value without a type does not compile', () => {
  // @ts-expect-error a bare string
  sql`select ${'text'}`;
  // @ts-expect-error a bare number
  sql`select ${1}`;
});
