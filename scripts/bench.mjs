// `npm run bench`: measures Continuo against DuckDB and against plain window functions; see bench/README.md for the flags.
// It installs nothing: `npm ci` takes node_modules away from whatever else runs in this folder, for a measurement.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');
if (!existsSync(join(root, 'node_modules', '@duckdb', 'node-api'))) {
  console.error('The benchmark needs the development dependencies. Install them with: npm ci');
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  ['--conditions=@continuo/source', '--import', 'tsx', join(root, 'bench', 'run.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', UV_THREADPOOL_SIZE: '16' } },
);
process.exit(status ?? 1);
