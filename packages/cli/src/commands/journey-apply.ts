import type { JourneyContract } from '@continuo/core';
import {
  checkContract,
  diffContracts,
  differenceText,
  findingText,
  isFine,
  problemText,
  writeJourneyFile,
} from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import { type Connection, connect } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { print, say } from '../print.ts';
import { instant } from '../scope.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { readMapFile } from './journey-file.ts';

export const journeyApply = defineCommand({
  meta: { name: 'apply', description: 'Make drafts what files say; a journey that is not there is made' },
  args: {
    files: { type: 'positional', description: 'File or files', required: true, valueHint: 'FILE…' },
    publish: { type: 'boolean', description: 'Publish as a new version' },
    note: { type: 'string', description: 'With --publish: what changed and why', default: '' },
    from: {
      type: 'string',
      description: 'With --publish: when it comes into force, ISO 8601; left out: now, of a first version all time',
      valueHint: 'time',
    },
    dryRun: { type: 'boolean', description: 'Only say what would change' },
    folder: FOLDER,
    url: SERVER_URL,
    json: { type: 'boolean', description: 'What happened as JSON' },
  },
  async run({ args }) {
    const files = args._ as string[];
    const fromMs = args.from === undefined ? undefined : instant(args.from, '--from');
    const maps: JourneyContract[] = [];
    // All files are read before anything is changed: half of them applied helps nobody.
    for (const file of files) {
      const contract = await soundMap(file);
      if (contract === null) process.exitCode = EXIT.failed;
      else maps.push(contract);
    }
    if (maps.length < files.length) return say('Nothing was changed.');
    const connection = await connect(args);
    try {
      const outcomes: Awaited<ReturnType<typeof applyOne>>[] = [];
      for (const contract of maps) outcomes.push(await applyOne(connection, contract, { ...args, fromMs }));
      if (args.json) print(JSON.stringify(outcomes, null, 2));
    } finally {
      await connection.close();
    }
  },
});

async function soundMap(file: string): Promise<JourneyContract | null> {
  const read = await readMapFile(file);
  if (!read.ok) {
    for (const problem of read.problems) say(`${file}: ${problemText(problem)}`);
    return null;
  }
  for (const note of read.notes) say(`${file}: ${note}`);
  const findings = checkContract(read.contract).filter(({ severity }) => severity === 'error');
  for (const finding of findings) say(`${file}: ${findingText(finding)}`);
  return isFine(findings) ? read.contract : null;
}

interface Wishes {
  readonly publish?: boolean | undefined;
  readonly note: string;
  readonly fromMs?: number | undefined;
  readonly dryRun?: boolean | undefined;
}

async function applyOne({ client }: Connection, contract: JourneyContract, wishes: Wishes) {
  const { publish, note, fromMs, dryRun } = wishes;
  const { key } = contract;
  const known = (await client.call('journeys')).some((entry) => entry.key === key);
  const before = known ? await client.call('journey', { params: { key } }) : null;
  const differences = before === null ? [] : diffContracts(before.draft, contract);
  say(
    before === null
      ? `${key}: new`
      : differences.length === 0
        ? `${key}: the same`
        : `${key}: ${differences.length} ${differences.length === 1 ? 'change' : 'changes'}`,
  );
  for (const difference of differences) say(`  ${differenceText(difference)}`);
  if (dryRun) return { key, isNew: before === null, differences, version: before?.version ?? null };
  const after = await client.call('putJourneyFile', {
    params: { key },
    body: {
      format: 'json',
      text: writeJourneyFile(contract, 'json'),
      ...(publish ? { publish: { note, ...(fromMs === undefined ? {} : { fromMs }) } } : {}),
    },
  });
  if (publish) say(`${key}: version ${after.version} is published`);
  return { key, isNew: before === null, differences, version: after.version };
}
