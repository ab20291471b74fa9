// The browser of the tests: Debian's chromium.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium; null when there is none. */
export function chromiumPath() {
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** Installs chromium when it is absent and the user is root; otherwise says how to and ends the run. */
export function ensureChromium() {
  if (chromiumPath()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing chromium for the browser tests …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (chromiumPath()) return;
  }
  console.error('The browser tests need Chromium. Install it as root with: apt-get install chromium');
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
