// One real ClickHouse server node (HTTP and native TCP), out of the library that npm's `chdb` ships: its `clickhouse
// local` entry point can listen. Started by start-nodes.ts. ffi-rs and not koffi: koffi runs calls on a stack of its own,
// which the engine's stack check refuses. Absent in this form: ON CLUSTER, part fetches between replicas.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DataType, load, open } from 'ffi-rs';

// The main thread never comes back from the call below, so a worker watches for the parent's end.
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 200);`,
  { eval: true, workerData: process.ppid },
);

const forever =
  'SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; ' +
  'SELECT sleepEachRow(3) FROM numbers(100000000) FORMAT Null SETTINGS max_block_size = 1, ' +
  'function_sleep_max_microseconds_per_block = 60000000, max_execution_time = 0';
const command = ['clickhouse', '--listen_host=127.0.0.1', ...process.argv.slice(2), '--query', forever];

// chdb's own package knows which library belongs to this platform.
const chdb = createRequire(createRequire(import.meta.url).resolve('chdb'));
const platform = { 'linux-x64': 'linux-x64-gnu', 'linux-arm64': 'linux-arm64-gnu' }[
  `${process.platform}-${process.arch}`
];
open({
  library: 'chdb',
  path: chdb.resolve(`@chdb/lib-${platform ?? `${process.platform}-${process.arch}`}/libchdb.so`),
});

// The worker needs this turn of the loop to start before the call takes the thread for good.
setImmediate(() => {
  const result = load({
    library: 'chdb',
    funcName: 'chdb_query_cmdline',
    retType: DataType.External,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [command.length, command],
  });
  const error = load({
    library: 'chdb',
    funcName: 'chdb_result_error',
    retType: DataType.String,
    paramsType: [DataType.External],
    paramsValue: [result],
  });
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
