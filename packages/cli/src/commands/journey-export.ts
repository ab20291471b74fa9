import { extname } from 'node:path';
import { Problem } from '@continuo/core';
import { EXPORT_FORMATS, type ExportFormat, exportJourney, importFormatOf } from '@continuo/journeyfile/node';
import { defineCommand } from 'citty';
import { say } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { download } from './download.ts';
import { writeNew } from './journey-new.ts';
import { untilReady } from './journey-ready.ts';
import { MapSource } from './journey-source.ts';

const PICTURES = ['.svg', '.png', '.pdf'];

export const journeyExport = defineCommand({
  meta: {
    name: 'export',
    description: 'Write a map into a file: yaml, json, ojf, csv, xlsx, mmd, svg, png, pdf, by its ending',
  },
  args: {
    map: { type: 'positional', description: 'Key, key@version, or a file; of pictures a key', required: true },
    out: { type: 'string', description: 'File', required: true, valueHint: 'order.xlsx' },
    layer: {
      type: 'enum',
      options: ['planned', 'both', 'lived'],
      description: 'Of pictures; left out: both, of a map that was never published planned',
    },
    page: { type: 'enum', options: ['long', 'a4', 'a3'], description: 'Of PDF', default: 'long' },
    theme: { type: 'enum', options: ['light', 'dark'], description: 'Of pictures', default: 'light' },
    force: { type: 'boolean', description: 'Write over a file that is there' },
    folder: FOLDER,
    url: SERVER_URL,
  },
  async run({ args }) {
    const ending = extname(args.out).toLowerCase();
    const source = new MapSource(args);
    try {
      const file = PICTURES.includes(ending)
        ? await picture(source, args.map, {
            format: ending.slice(1),
            layer: args.layer ?? null,
            page: args.page,
            theme: args.theme,
          })
        : await exportJourney(await source.read(args.map), formatOf(args.out));
      await writeNew(args.out, file, args.force === true);
      say(`Written: ${args.out}`);
    } finally {
      await source.close();
    }
  },
});

function formatOf(path: string): ExportFormat {
  const format = importFormatOf(path);
  const found = EXPORT_FORMATS.find((known) => known === format);
  if (found) return found;
  throw new Problem('input.invalid', '--out must end with one of: yaml, json, ojf, csv, xlsx, mmd, svg, png, pdf.');
}

interface Wanted {
  readonly format: string;
  readonly layer: string | null;
  readonly page: string;
  readonly theme: string;
}

async function picture(source: MapSource, name: string, wanted: Wanted): Promise<Uint8Array> {
  const [key = '', version] = name.split('@');
  const connection = await source.connection();
  const { client } = connection;
  const journey = await client.call('journey', { params: { key } });
  const layer = wanted.layer ?? (journey.version === null ? 'planned' : 'both');
  if (layer !== 'planned') await untilReady(client, key, journey.version === null ? 'draft' : 'in-force');
  const asked = new URLSearchParams({
    ...wanted,
    layer,
    ...(version === undefined || version === 'draft' ? {} : { version }),
  });
  const url = `${connection.url}/api/v1/journeys/${encodeURIComponent(key)}/picture?${asked}`;
  return new Uint8Array(await (await download(connection, url)).arrayBuffer());
}
