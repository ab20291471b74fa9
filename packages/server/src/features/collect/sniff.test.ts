import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { sniffFormat } from './sniff.ts';
import { tempFolder } from './test-kit.ts';

const folder = tempFolder();
afterAll(folder.dispose);

test.each([
  ['a.csv', 'a,b\n1,2\n', 'csv'],
  ['a.txt', 'a\tb\n1\t2\n', 'tsv'],
  ['a.tsv', 'a b\n1 2\n', 'tsv'],
  ['wrong.csv', '<?xml version="1.0"?>\n<!-- by a tool -->\n<log xes.version="1.0"><trace/></log>', 'xes'],
  ['wrong.csv', '{"objectTypes":[],"events":[]}', 'ocel'],
  ['wrong.csv', '{"ocel:global-log":{}}', 'ocel'],
  ['wrong.csv', '{"type":"track","event":"x"}\n', 'ndjson'],
  ['wrong.csv', ' [ {"a":1} ]', 'ndjson'],
  ['wrong.csv', gzipSync('{"a":1}\n'), 'ndjson'],
  ['bom.csv', '\uFEFFa;b\n1;2\n', 'csv'],
])('%s: %j is %s', async (name, content, format) => {
  expect(await sniffFormat(folder.write(name, content), name)).toBe(format);
});

test.each([
  [
    'OCEL as XML',
    '<?xml version="1.0"?><log><global scope="log"><list key="object-types"/></global></log>',
    /OCEL as XML/,
  ],
  ['OCEL 2 as XML', '<?xml version="1.0"?><log><object-types/></log>', /OCEL as XML/],
  ['Parquet', 'PAR1....', /Parquet/],
  ['SQLite', 'SQLite format 3\0', /SQLite/],
  ['PDF', '%PDF-1.7', /PDF/],
])('%s is refused with what to do', async (_, content, message) => {
  await expect(sniffFormat(folder.write('x', content), 'x')).rejects.toThrow(message);
});
