import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Import, mappingSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { defineCommand } from 'citty';
import { type Connection, connect } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { print, say, sayInPlace } from '../print.ts';
import { readJson } from '../scope.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';

const ENDED = new Set<Import['status']>(['done', 'failed', 'cancelled']);
const POLL_MS = 400;

export const importCommand = defineCommand({
  meta: { name: 'import', description: 'Import event logs: CSV, TSV, XLSX, NDJSON, XES, OCEL JSON; gz everywhere' },
  args: {
    files: { type: 'positional', description: 'File or files', required: true, valueHint: 'FILE…' },
    folder: FOLDER,
    url: SERVER_URL,
    mapping: { type: 'string', description: 'Parts of the mapping as JSON; the rest is guessed', valueHint: 'json' },
    dryRun: { type: 'boolean', description: 'Show the mapping and five timelines; import nothing' },
    json: { type: 'boolean', description: 'The outcome as JSON' },
  },
  async run({ args }) {
    const files = args._ as string[];
    for (const file of files) await mustBeFile(file);
    const wishes = args.mapping === undefined ? {} : (readJson(args.mapping, '--mapping') as Record<string, unknown>);
    const connection = await connect(args);
    try {
      for (const file of files) {
        const outcome = await importFile(connection, file, wishes, args.dryRun === true);
        if (args.json) print(JSON.stringify(outcome, null, 2));
        if (outcome.status === 'failed') process.exitCode = EXIT.failed;
        else if (outcome.rowsRejected > 0 && process.exitCode === undefined) process.exitCode = EXIT.rejects;
      }
    } finally {
      await connection.close();
    }
  },
});

async function mustBeFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Problem('input.invalid', `There is no file ${file}. Nothing was imported.`);
}

async function importFile(
  { client, url }: Connection,
  file: string,
  wishes: Record<string, unknown>,
  dryRun: boolean,
): Promise<Import> {
  let current = await client.upload(await openAsBlob(file), basename(file));
  const { preview } = current;
  if (!preview) throw new Problem('import.unreadable', current.error ?? `${file} cannot be read.`);
  for (const warning of preview.warnings) say(`  note: ${warning}`);
  const mapping = mappingSchema.parse({ ...preview.mapping, ...wishes });
  say(`${basename(file)}: ${preview.recognised ?? preview.format}; ${describe(mapping)}`);
  const params = { id: current.id };
  if (dryRun) {
    print(JSON.stringify({ mapping, ...(await client.call('dryRun', { params, body: mapping })) }, null, 2));
    return client.call('cancelImport', { params });
  }
  current = await client.call('startImport', { params, body: mapping });
  while (!ENDED.has(current.status)) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    current = await client.call('import', { params });
    sayInPlace(progressOf(current));
  }
  sayInPlace('');
  say(outcomeOf(current, url));
  return current;
}

function describe(mapping: ReturnType<typeof mappingSchema.parse>): string {
  const parts = [
    ['person', mapping.person],
    ['case', mapping.caseKey],
    ['activity', mapping.activity ?? mapping.activityName],
    ['time', mapping.time],
  ];
  return parts.flatMap(([label, column]) => (column ? [`${label} = ${column}`] : [])).join(', ');
}

function progressOf({ status, rowsRead, rowsPerSecond, progress, secondsLeft }: Import): string {
  if (status === 'building') return 'building journeys …';
  const share = progress === null ? '' : ` ${Math.round(progress * 100)} %`;
  return `${rowsRead} rows${share}, ${Math.round(rowsPerSecond ?? 0)} rows/s${secondsLeft === null ? '' : `, ${Math.round(secondsLeft)} s left`}`;
}

function outcomeOf(done: Import, url: string): string {
  if (done.status === 'failed') return `failed: ${done.error}`;
  if (done.status === 'cancelled') return 'cancelled; what was stored was taken back.';
  if (done.unchanged) return 'this file was imported before with the same mapping; nothing changed.';
  const rejects =
    done.rowsRejected === 0
      ? ''
      : `, ${done.rowsRejected} ${done.rowsRejected === 1 ? 'row' : 'rows'} rejected (${url}/api/v1/imports/${done.id}/rejects)`;
  return [
    `${done.eventsStored} events stored of ${done.rowsRead} rows${rejects}.`,
    ...done.notes.map((note) => `  note: ${note}`),
  ].join('\n');
}
