import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the worker thread whose module lies at `path` (without its ending) from the module at `base` (`import.meta.url`):
 * `.ts` in the sources, `.js` in what was compiled.
 */
export function startWorker(base: string, path: string, options: WorkerOptions): Worker {
  if (!base.endsWith('.ts')) return new Worker(new URL(`${path}.js`, base), options);
  return new Worker(sourceStarter(new URL(`${path}.ts`, base)), {
    ...options,
    execArgv: ['--conditions=@continuo/source'],
  });
}

/**
 * From sources a worker needs a loader for TypeScript. `--import tsx` does nothing in a worker of Node 20, so a module in a
 * data: URL registers it there before the worker is loaded.
 */
function sourceStarter(worker: URL): URL {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx);
  const code = `import { register } from ${JSON.stringify(loader.href)}; register(); await import(${JSON.stringify(worker.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
