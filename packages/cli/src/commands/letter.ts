import { writeFile } from 'node:fs/promises';
import { Problem } from '@continuo/core';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { print, say } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { download } from './download.ts';

export const letter = defineCommand({
  meta: { name: 'letter', description: 'The letter of a Monday, or as it would be written now' },
  args: {
    week: { type: 'string', description: 'Its Monday (default: as it would be written now)', valueHint: 'YYYY-MM-DD' },
    journey: { type: 'string', description: 'About one map', valueHint: 'key' },
    team: { type: 'string', description: 'About what one team answers for', valueHint: 'name' },
    markdown: { type: 'boolean', description: 'As Markdown' },
    json: { type: 'boolean', description: 'As JSON' },
    pdf: { type: 'string', description: 'Write a PDF into this file', valueHint: 'letter.pdf' },
    folder: FOLDER,
    url: SERVER_URL,
  },
  async run({ args }) {
    if (args.journey && args.team) throw new Problem('input.invalid', 'A letter is about a map or a team, not both.');
    const format = args.pdf ? 'pdf' : args.json ? 'json' : args.markdown ? 'md' : 'txt';
    const about = args.journey
      ? { scope: 'journey', key: args.journey }
      : args.team
        ? { scope: 'team', key: args.team }
        : {};
    const connection = await connect(args);
    try {
      const path = connection.client.fileUrl('letterFile', { week: args.week ?? 'now' }, { format, ...about });
      const reply = await download(connection, path);
      if (!args.pdf) return print((await reply.text()).trimEnd());
      await writeFile(args.pdf, Buffer.from(await reply.arrayBuffer()));
      say(`Written: ${args.pdf}`);
    } finally {
      await connection.close();
    }
  },
});
