import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Problem } from '@continuo/core';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { say } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { download } from './download.ts';

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Write all events into a file: csv, ndjson or xes, by its ending' },
  args: {
    out: { type: 'string', description: 'File', required: true, valueHint: 'events.csv' },
    folder: FOLDER,
    url: SERVER_URL,
  },
  async run({ args }) {
    const format = /\.(csv|ndjson|xes)$/i.exec(args.out)?.[1]?.toLowerCase();
    if (!format) throw new Problem('input.invalid', '--out must end with .csv, .ndjson or .xes.');
    const connection = await connect(args);
    try {
      const reply = await download(connection, `${connection.url}/api/v1/export?format=${format}`);
      await pipeline(Readable.fromWeb(reply.body as ReadableStream), createWriteStream(args.out));
      say(`Written: ${args.out}`);
    } finally {
      await connection.close();
    }
  },
});
