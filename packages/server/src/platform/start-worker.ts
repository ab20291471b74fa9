import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

type BuildSync = typeof import('esbuild').buildSync;

/**
 * Starts the worker thread whose module lies at `path` (without its ending) from the module at `base` (`import.meta.url`):
 * `.ts` in the sources; `.js` in the bundle, which has it beside the module that starts it.
 */
export function startWorker(base: string, path: string, options: WorkerOptions): Worker {
  const program = base.endsWith('.ts') ? fromSource(new URL(`${path}.ts`, base)) : new URL(`${path}.js`, base);
  return new Worker(program, options);
}

const made = new Map<string, URL>();

/**
 * A worker's sources as one program, made once a process: to load them one by one costs each worker 3 CPU seconds, this 0.3.
 * By the bundler that the loader of TypeScript brings along.
 */
function fromSource(worker: URL): URL {
  const known = made.get(worker.href);
  if (known !== undefined) return known;
  const require = createRequire(import.meta.url);
  const { buildSync } = createRequire(require.resolve('tsx/package.json'))('esbuild') as { buildSync: BuildSync };
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(worker)],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@continuo/source'],
    // A program in a data: URL finds no package by its name.
    alias: { exceljs: pathToFileURL(require.resolve('exceljs')).href },
    external: ['file:*'],
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text ?? '';
  const program = new URL(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  made.set(worker.href, program);
  return program;
}
