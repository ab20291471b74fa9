#!/usr/bin/env node
// libuv's pool must be wide before anything touches it: the embedded engine computes on its threads, and with the
// default of 4, four heavy questions kept a static file waiting for 29 s (with 16: 18 ms). A CommonJS file, because Node
// reads a module with the pool before its first line runs; setting it here needs no second process (Node 20, 22, 24).
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

if (!(Number(process.env.UV_THREADPOOL_SIZE) >= 16)) process.env.UV_THREADPOOL_SIZE = '16';
const built = join(__dirname, '..', 'bundle', 'main.js');
if (!existsSync(built)) {
  console.error('Continuo is not built yet. Run: npm start (or: npm run build).');
  process.exit(1);
}
import(pathToFileURL(built).href)
  .then(({ main }) => main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
