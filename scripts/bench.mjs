// `npm run bench`: measures Continuo against DuckDB and against plain window functions; see bench/README.md for the flags.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
installMissing(root);
const { status } = spawnSync(
  process.execPath,
  ['--conditions=@continuo/source', '--import', 'tsx', join(root, 'bench', 'run.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', UV_THREADPOOL_SIZE: '16' } },
);
process.exit(status ?? 1);
