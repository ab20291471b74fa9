import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@continuo/core';
import { writeJourneyFile } from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { say } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';

export const journeyPull = defineCommand({
  meta: { name: 'pull', description: 'Write journeys into files, one each, named by their keys' },
  args: {
    keys: { type: 'positional', description: 'Keys; left out: all', required: false, valueHint: 'KEY…' },
    out: { type: 'string', description: 'Folder', default: 'journeys', valueHint: 'path' },
    format: { type: 'enum', options: ['yaml', 'json'], description: 'Form of the files', default: 'yaml' },
    published: { type: 'boolean', description: 'The newest version of each instead of its draft' },
    folder: FOLDER,
    url: SERVER_URL,
  },
  async run({ args }) {
    const wanted = args._ as string[];
    const format = args.format as 'yaml' | 'json';
    const { client, close } = await connect(args);
    try {
      const journeys = await client.call('journeys');
      const missing = wanted.filter((key) => !journeys.some((entry) => entry.key === key));
      if (missing.length > 0) throw new Problem('input.invalid', `There is no journey ${missing.join(', ')}.`);
      await mkdir(args.out, { recursive: true });
      for (const { key, version } of journeys.filter((entry) => wanted.length === 0 || wanted.includes(entry.key))) {
        if (args.published && version === null) {
          say(`${key} is not published: left out.`);
          continue;
        }
        const contract =
          args.published && version !== null
            ? (await client.call('journeyVersion', { params: { key, version } })).contract
            : (await client.call('journey', { params: { key } })).draft;
        const file = join(args.out, `${key}.${format}`);
        await writeFile(file, writeJourneyFile(contract, format));
        say(`Written: ${file}`);
      }
    } finally {
      await close();
    }
  },
});
