// Run by chdb.test.ts in a process of its own: how long does a small file take to read while four heavy questions run?
// Prints how many reads came back while all four ran, and what half of them took at most, in milliseconds.
import { readFile } from 'node:fs/promises';
import { openChdb } from '../../src/engines/chdb.ts';
import { sql } from '../../src/sql.ts';

const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new Error('heavy-questions.ts FOLDER FILE');
const warehouse = await openChdb(folder, { memoryBytes: 2_000_000_000 });
const heavy = sql`select count() as n from numbers(20000000) where sipHash64(number) = 1`;
// Lanes connect at their first question; that is not what is measured.
await Promise.all([1, 2, 3, 4].map(() => warehouse.query(sql`select sleep(0.05)`)));
let running = 4;
const answers = Promise.all(
  [1, 2, 3, 4].map(async () => {
    await warehouse.query(heavy);
    running -= 1;
  }),
);
const readsMs: number[] = [];
for (;;) {
  const began = performance.now();
  await readFile(file);
  // Only while all four run: with too few threads the first read comes back when one of them has ended.
  if (running < 4) break;
  readsMs.push(performance.now() - began);
}
await answers;
await warehouse.close();
readsMs.sort((a, b) => a - b);
process.stdout.write(
  JSON.stringify({ reads: readsMs.length, medianMs: readsMs[Math.floor(readsMs.length / 2)] ?? null }),
);
