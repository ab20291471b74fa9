import { describe, expect, test } from 'vitest';
import { compile, float, int, sql, text, textLists, texts, uint } from '../sql.ts';
import { parameterText, quote } from './literal.ts';
import { inlineLongParameters } from './long-parameters.ts';
import { insertStatement } from './statements.ts';

describe('parameters as text', () => {
  test.each([
    [text("it's\\\0\n"), "it\\'s\\\\\\0\\n"],
    [text(''), ''],
    [texts(["it's", 'b']), "['it\\'s','b']"],
    [texts([]), '[]'],
    [textLists([['a'], []]), "[['a'],[]]"],
    [uint(2n ** 64n - 1n), '18446744073709551615'],
    [int(-5), '-5'],
    [float(0.5), '0.5'],
  ])('%o', (param, expected) => {
    expect(parameterText(param)).toBe(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, null, {}])('%s cannot be bound', (value) => {
    expect(() => parameterText({ kind: 'param', type: 'Float64', value })).toThrow(/cannot be bound as Float64/);
  });

  test('a literal keeps quotes inside', () => {
    expect(quote("'; drop table x; --")).toBe("'\\'; drop table x; --'");
  });
});

describe('long parameters', () => {
  test('go into the text as the cast that the engine makes of a parameter; short ones stay', () => {
    const long = `$& it's ${'x'.repeat(40_000)}`;
    const { text: inlined, params } = inlineLongParameters(
      compile(sql`select ${text('a')}, ${texts([long])}, ${text('b')}`),
    );
    expect(Object.keys(params)).toEqual(['p0', 'p2']);
    const literal = `'[\\'$& it\\\\\\'s ${'x'.repeat(40_000)}\\']'`;
    expect(inlined).toBe(`select {p0:String}, _CAST(${literal}, 'Array(String)'), {p2:String}`);
  });
});

describe('an insert', () => {
  test('names its table and columns', () => {
    expect(insertStatement('continuo.events', ['a', 'b_2'])).toBe(
      'insert into continuo.events (a, b_2)  format RowBinary',
    );
  });

  test.each(['a b', 'a;b', 'a)', '`a`', '', '1a'])('refuses %j as a name', (column) => {
    expect(() => insertStatement('continuo.events', [column])).toThrow(/plain name/);
    expect(() => insertStatement(`continuo.${column}`, ['a'])).toThrow(/plain name/);
  });
});
