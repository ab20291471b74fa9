import { Problem } from '@continuo/core';
import { slugOf, writeJourneyFile } from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { print, say } from '../print.ts';
import { scopeFrom } from '../scope.ts';
import { SCOPE_ARGUMENTS } from './arguments.ts';
import { writeNew } from './journey-new.ts';

const { input: _, ...SCOPE } = SCOPE_ARGUMENTS;

export const journeyDraft = defineCommand({
  meta: { name: 'draft', description: 'Propose a map of what customers do, as a file; nothing is kept in the server' },
  args: {
    ...SCOPE,
    share: { type: 'string', description: 'Share of the journeys whose routes are kept, 0.01 to 1', default: '0.8' },
    title: { type: 'string', description: 'Title of the map', default: 'I do what customers do' },
    out: { type: 'string', description: 'File; left out: standard output', valueHint: 'draft.yaml' },
    force: { type: 'boolean', description: 'Write over a file that is there' },
    json: { type: 'boolean', description: 'The map with its counts as JSON' },
  },
  async run({ args }) {
    const share = Number(args.share);
    if (!(share >= 0.01 && share <= 1)) throw new Problem('input.invalid', '--share is a number from 0.01 to 1.');
    const connection = await connect(args);
    try {
      const body = {
        scope: scopeFrom(args),
        share,
        title: args.title,
        key: slugOf(args.title) || 'draft-from-data',
      };
      const drafted = await connection.client.call('draftFromData', { body });
      const text = args.json ? JSON.stringify(drafted, null, 2) : writeJourneyFile(drafted.contract, 'yaml');
      say(`Made from ${drafted.kept} of ${drafted.runs} journeys.`);
      if (args.out === undefined) return print(text);
      await writeNew(args.out, text, args.force === true);
      say(`Written: ${args.out}`);
    } finally {
      await connection.close();
    }
  },
});
