// Run in a child process: binds every kind of JS value to a guarded SQLite file and prints what became of each.
// A value that ends the process ends this one, and the test sees it.
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { openSqliteFile } from '../src/dialects/libsql.ts';

const path = process.argv[2] ?? '';
const file = openSqliteFile(path);
file.execute('create table kept (value)');

function attempt(act: () => void): 'kept' | string {
  try {
    act();
    return 'kept';
  } catch (error) {
    return error instanceof Error && error.name === 'Problem' ? 'refused' : `another error: ${String(error)}`;
  }
}

const cyclic: unknown[] = [];
cyclic.push(cyclic);
const named: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  zero: 0,
  minusZero: -0,
  fraction: 0.1,
  nan: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  biggestSafe: Number.MAX_SAFE_INTEGER,
  unsafe: 2 ** 53,
  biggest64: 2n ** 63n - 1n,
  smallest64: -(2n ** 63n),
  beyond64: 2n ** 63n,
  emptyText: '',
  nulText: 'a\0b',
  halfCharacter: 'a\ud800',
  wholeCharacter: '🛄',
  bytes: Buffer.from([0, 1, 255]),
  noBytes: new Uint8Array(),
  floats: new Float64Array(2),
  arrayBuffer: new ArrayBuffer(2),
  date: new Date(0),
  symbol: Symbol('x'),
  function: () => 1,
  class: class {},
  object: { a: 1 },
  empty: {},
  noPrototype: Object.create(null),
  cyclic,
  map: new Map(),
  set: new Set(),
  regexp: /x/,
  promise: Promise.resolve(1),
  proxy: new Proxy({}, {}),
  boxed: Object(1),
  throwing: {
    toString(): never {
      throw new Error('no');
    },
  },
};

const insert = file.prepare('insert into kept values (?)');
const results: Record<string, string> = {};
for (const [name, value] of Object.entries(named)) {
  results[name] = attempt(() => insert.run([value]));
  attempt(() => file.prepare('select ? as value').all([value]));
  // The argument itself of every kind, where a list belongs.
  for (const statement of [insert, file.prepare('select ?')]) {
    attempt(() => statement.run(value as unknown[]));
    attempt(() => statement.all(value as unknown[]));
  }
  attempt(() => file.prepare(value as string));
  attempt(() => file.execute(value as string));
}

const odd: string[] = [];
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});
fc.assert(
  fc.property(fc.array(anything, { maxLength: 4 }), (values) => {
    const marks = values.map(() => '?').join(', ');
    const select = values.length === 0 ? 'select 1' : `select ${marks}`;
    const outcome = attempt(() => file.prepare(select).all(values));
    if (outcome.startsWith('another')) odd.push(outcome);
  }),
  { numRuns: 1500 },
);

const rows = file.prepare('select count(*) as kept from kept').all();
file.close();
const afterClose = [
  attempt(() => insert.run([1])),
  attempt(() => insert.all([1])),
  attempt(() => file.prepare('select 1')),
  attempt(() => file.execute('select 1')),
  attempt(() => file.close()),
];
for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
process.stdout.write(JSON.stringify({ results, odd, rows, afterClose }));
