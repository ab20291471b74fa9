import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { print } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';

export const engine = defineCommand({
  meta: { name: 'engine', description: 'Which engine holds the events, and how much is in it' },
  args: { folder: FOLDER, url: SERVER_URL, json: { type: 'boolean', description: 'As JSON' } },
  async run({ args }) {
    const connection = await connect(args);
    try {
      const overview = await connection.client.call('overview');
      if (args.json)
        return print(
          JSON.stringify({ engine: overview.engine, events: overview.events, version: overview.version }, null, 2),
        );
      const until =
        overview.lastMs === null
          ? ''
          : `, ${new Date(overview.firstMs ?? 0).toISOString()} to ${new Date(overview.lastMs).toISOString()}`;
      print(`${overview.engine}: ${overview.events} events${until}`);
    } finally {
      await connection.close();
    }
  },
});
