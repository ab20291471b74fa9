import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Build = typeof import('esbuild').build;

/** Made of machine code, or of parts that are looked for at run time: taken from where they lie. */
const AS_THEY_ARE = ['libsql', 'pg', 'nodemailer', 'pino'];

/**
 * One program in one file, which starts in 0.3 s; from its sources it takes 3 s, too long for a child that is killed a dozen
 * times. By the bundler that the loader of TypeScript brings along. `more`: further packages taken from where they lie.
 */
export async function bundled(
  source: string,
  more: readonly string[] = [],
): Promise<{ readonly path: string; readonly remove: () => void }> {
  const require = createRequire(import.meta.url);
  const { build } = createRequire(require.resolve('tsx/package.json'))('esbuild') as { build: Build };
  const folder = mkdtempSync(join(tmpdir(), 'continuo-bundle-'));
  const path = join(folder, 'program.mjs');
  await build({
    entryPoints: [source],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@continuo/source'],
    logLevel: 'error',
    // Packages that are no modules ask for parts of Node by `require`.
    banner: { js: "import { createRequire as req } from 'node:module';const require = req(import.meta.url);" },
    plugins: [
      {
        name: 'as-they-are',
        setup: ({ onResolve }) =>
          onResolve({ filter: new RegExp(`^(${[...AS_THEY_ARE, ...more].join('|')})$`) }, ({ path: wanted }) => ({
            path: require.resolve(wanted, { paths: [join(import.meta.dirname, '../../state/src')] }),
            external: true,
          })),
      },
    ],
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
