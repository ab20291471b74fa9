// `npm start`: install what is missing, build what is stale, start the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build.mjs';
import { installMissing } from './install.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Continuo needs Node 20.19 or newer; this is ${process.versions.node}. Nothing was started.`);
  process.exit(1);
}
installMissing(root);
buildStale();
const child = spawn(
  process.execPath,
  [join(root, 'packages', 'cli', 'bin', 'continuo.cjs'), 'start', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
