import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openSqliteFile } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'continuo-libsql-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no JS value ends the process, and what is kept or refused is as promised', async () => {
  const script = fileURLToPath(new URL('./bind-every-value.ts', import.meta.url));
  const args = ['--conditions=@continuo/source', '--import', 'tsx', script, join(folder, 'fuzz.db')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { results, odd, afterClose } = JSON.parse(stdout);
  const kept = Object.keys(results).filter((name) => results[name] === 'kept');
  expect(kept).toEqual([
    'true',
    'false',
    'null',
    'zero',
    'minusZero',
    'fraction',
    'biggestSafe',
    'biggest64',
    'smallest64',
    'emptyText',
    'wholeCharacter',
    'bytes',
    'noBytes',
  ]);
  expect(new Set(Object.values(results))).toEqual(new Set(['kept', 'refused']));
  expect(odd).toEqual([]);
  expect(afterClose).toEqual(['refused', 'refused', 'refused', 'refused', 'kept']);
}, 60_000);

test('the file is durable at every commit, overwrites what is erased, and belongs to its owner', () => {
  const path = join(folder, 'deep', 'er', 'state.db');
  const file = openSqliteFile(path);
  const pragma = (name: string): unknown => Object.values(file.prepare(`pragma ${name}`).all()[0] ?? {})[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('busy_timeout')).toBe(5000);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  file.execute('create table t (a)');
  file.close();
  file.close();
  expect(statSync(path).size).toBeGreaterThan(0);
});

test('whole numbers come back exactly, as numbers as far as numbers are exact', () => {
  const file = openSqliteFile(join(folder, 'numbers.db'));
  const values = [2n ** 53n + 1n, 2n ** 53n - 1n, -(2n ** 63n), 3, 0.5, true, Buffer.from('é'), null, '?'];
  const [row] = file.prepare('select ? a, ? b, ? c, ? d, ? e, ? f, ? g, ? h, ? i').all(values);
  expect(row).toEqual({
    a: 2n ** 53n + 1n,
    b: 2 ** 53 - 1,
    c: -(2n ** 63n),
    d: 3,
    e: 0.5,
    f: 1,
    g: Buffer.from('é'),
    h: null,
    i: '?',
  });
  expect(file.prepare('select typeof(?) as kind').all([3])).toEqual([{ kind: 'integer' }]);
  file.close();
});

test('a wrong number of parameters is refused; question marks in texts, names and comments do not count', () => {
  const file = openSqliteFile(join(folder, 'counts.db'));
  const text = `select ? as "a?", '?''?' as b /* ? */ -- ?`;
  expect(file.prepare(text).all([7])).toEqual([{ 'a?': 7, b: "?'?" }]);
  for (const wrong of [[], [1, 2]]) expect(() => file.prepare(text).all(wrong)).toThrow(/takes 1 parameters/);
  expect(() => file.prepare('select ?1')).toThrow(/plain question mark/);
  expect(() => file.prepare('select :a')).toThrow(/plain question mark/);
  expect(() => file.prepare('selec')).toThrow(/syntax error/);
  file.close();
});

test('what this process and others write by turns is all there, whether it is open here or was closed', async () => {
  const path = join(folder, 'turns.db');
  const add = (file: ReturnType<typeof openSqliteFile>): void => {
    file.prepare('insert into t values (?)').run([null]);
  };
  /** Another process adds a row, closes the file as the last one that has it would, and says how many rows there are. */
  const other = async (): Promise<number> => {
    const program = `
      const file = new (require('libsql'))(process.argv[1]);
      file.prepare('insert into t values (?)').run([null]);
      console.log(file.prepare('select count(*) n from t').all([])[0].n);
      file.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', program, path], { cwd: import.meta.dirname });
    return Number(stdout);
  };
  const made = openSqliteFile(path);
  made.execute('create table t (a)');
  add(made);
  made.close();
  openSqliteFile(path).close();
  expect(await other()).toBe(2);
  const open = openSqliteFile(path);
  add(open);
  openSqliteFile(path).close();
  expect(await other()).toBe(4);
  // With its locks gone the log of this handle is no file any more, and this row is lost.
  add(open);
  expect(await other()).toBe(6);
  open.close();
});
