// Builds what is stale: the program and the web app, both by Vite and from sources. Nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');

/** Paths, sizes and modification times of all sources: cheap (about 20 ms) and enough to notice an edit. */
function fingerprint(folders) {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}\0${size}\0${mtimeMs}\n`);
      }
    }
  };
  for (const folder of folders) if (existsSync(folder)) walk(folder);
  // Flags such as `sideEffects` decide what is bundled.
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    const path = join(root, 'packages', name, 'package.json');
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex');
}

function run(what, command, args, cwd) {
  console.error(`Building ${what} …`);
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    console.error(`Building ${what} failed; the message stands above.`);
    process.exit(1);
  }
}

/** Builds the stale parts; `only` may name one of `node` and `web`. */
export function buildStale(only) {
  const sources = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'));
  const parts = [
    {
      name: 'node',
      stamp: join(root, 'packages', 'cli', 'bundle', '.continuo-built'),
      print: () =>
        fingerprint([...sources.filter((folder) => !folder.endsWith(join('web', 'src'))), join(root, 'scripts')]),
      build: () =>
        run('the server and the command line', process.execPath, [join(root, 'scripts', 'bundle.mjs')], root),
    },
    {
      name: 'web',
      stamp: join(root, 'packages', 'web', 'dist', '.continuo-built'),
      print: () =>
        fingerprint(
          ['core', 'contract', 'diagram', 'journeyfile', 'web'].flatMap((name) => [
            join(root, 'packages', name, 'src'),
            join(root, 'packages', name, 'public'),
          ]),
        ),
      build: () =>
        run(
          'the web app',
          process.execPath,
          [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
          join(root, 'packages', 'web'),
        ),
    },
  ];
  for (const part of parts) {
    if (only && part.name !== only) continue;
    const now = part.print();
    if (existsSync(part.stamp) && readFileSync(part.stamp, 'utf8') === now) continue;
    part.build();
    writeFileSync(part.stamp, now);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildStale(process.argv[2]);
