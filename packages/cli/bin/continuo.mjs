#!/usr/bin/env node
// libuv's pool must be wide before anything touches it: the embedded engine computes on its threads, and with the
// default of 4, four heavy questions kept a static file waiting for 29 s (with 16: 18 ms). Hence one re-exec.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (Number(process.env.UV_THREADPOOL_SIZE ?? 0) >= 16) {
  const built = new URL('../dist/main.js', import.meta.url);
  if (!existsSync(built)) {
    console.error('Continuo is not built yet. Run: npm start (or: npm run build).');
    process.exit(1);
  }
  const { main } = await import(built.href);
  await main(process.argv.slice(2));
} else {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
