import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { print, tableText } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';

const COLUMNS = ['key', 'title', 'status', 'version', 'connected', 'owner'].map((label) => ({ label }));

export const journeyList = defineCommand({
  meta: { name: 'list', description: 'All journeys' },
  args: { folder: FOLDER, url: SERVER_URL, json: { type: 'boolean', description: 'As JSON' } },
  async run({ args }) {
    const connection = await connect(args);
    try {
      const journeys = await connection.client.call('journeys');
      if (args.json) return print(JSON.stringify(journeys, null, 2));
      const rows = journeys.map((entry) => [
        entry.key,
        entry.title,
        entry.status,
        entry.version === null ? 'draft only' : `${entry.version}${entry.hasChanges ? ' + changes' : ''}`,
        `${entry.connected} of ${entry.steps}`,
        entry.owner ?? 'nobody',
      ]);
      print(tableText(COLUMNS, rows));
    } finally {
      await connection.close();
    }
  },
});
