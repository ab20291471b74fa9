// `npm run bench`: measures and prints; see README.md here.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlags } from './flags.ts';
import { measureSize } from './size.ts';

const flags = readFlags(process.argv.slice(2));
const place = flags.folder ?? mkdtempSync(join(tmpdir(), 'continuo-bench-'));
const began = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
try {
  for (const events of flags.sizes) {
    const result = await measureSize(events, flags, join(place, String(events)), say);
    console.log(JSON.stringify(result, null, 1));
  }
} finally {
  if (flags.folder === null) rmSync(place, { recursive: true, force: true });
}
