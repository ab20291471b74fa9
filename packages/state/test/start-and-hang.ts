// Run in a child process, which its test then kills: what it started must end with it.
import { startPostgres } from './postgres.ts';

const postgres = await startPostgres();
process.stdout.write(postgres.ok ? postgres.url : postgres.reason);
setInterval(() => {}, 60_000);
