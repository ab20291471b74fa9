// Run by nodes.test.ts in a process of its own: starts a node, tells its process id and then only waits to be killed.
import { startNodes } from './start-nodes.ts';

const nodes = await startNodes(1);
process.stdout.write(`${nodes.pids[0]}\n`);
setInterval(() => {}, 1000);
