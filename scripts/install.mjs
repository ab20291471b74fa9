// Installs what the lockfile asks for, and only when something is missing or the lockfile changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `npm ci` in `root` when its stamp does not match the lockfile; exits with a clear sentence when that fails. */
export function installMissing(root) {
  const stamp = join(root, 'node_modules', '.continuo-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what is missing (the first time this takes a minute or two) …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    console.error(
      'npm ci failed; its own message stands above. Nothing was started. Check the connection to your npm registry and try again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
