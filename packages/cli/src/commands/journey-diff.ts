import { diffContracts, differenceText } from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import { print } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { MapSource } from './journey-source.ts';

export const journeyDiff = defineCommand({
  meta: { name: 'diff', description: 'What differs between two maps, in words' },
  args: {
    before: { type: 'positional', description: 'Key, key@version, or a file', required: true },
    after: { type: 'positional', description: 'The other one', required: true },
    folder: FOLDER,
    url: SERVER_URL,
    json: { type: 'boolean', description: 'As JSON' },
  },
  async run({ args }) {
    const source = new MapSource(args);
    try {
      const differences = diffContracts(await source.read(args.before), await source.read(args.after));
      if (args.json) return print(JSON.stringify(differences, null, 2));
      print(differences.length === 0 ? 'No difference.' : differences.map(differenceText).join('\n'));
    } finally {
      await source.close();
    }
  },
});
