import { placedSteps } from '@continuo/core';
import { writeDuration } from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import { print, tableText } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { MapSource } from './journey-source.ts';

const COLUMNS = ['stage', 'step', 'by', '', 'events'].map((label) => ({ label }));

export const journeyShow = defineCommand({
  meta: { name: 'show', description: 'One map, step by step' },
  args: {
    map: { type: 'positional', description: 'Key, key@version, or a file', required: true },
    folder: FOLDER,
    url: SERVER_URL,
    json: { type: 'boolean', description: 'The whole map as JSON' },
  },
  async run({ args }) {
    const source = new MapSource(args);
    try {
      const contract = await source.read(args.map);
      if (args.json) return print(JSON.stringify(contract, null, 2));
      print(`${contract.title} (${contract.key}), ${contract.owner ?? 'nobody answers for it'}`);
      const rows = placedSteps(contract).map(({ step, stage }) => [
        stage.title,
        step.title,
        step.actor,
        [
          step.isOwed ? 'owed' : '',
          step.isOptional ? 'optional' : '',
          step.ends?.replaceAll('-', ' ') ?? '',
          step.matters ? '★' : '',
        ]
          .filter((word) => word !== '')
          .join(', '),
        [...new Set(step.matchers.flatMap(({ events }) => events))].join(', ') || step.touchpoint,
      ]);
      print(tableText(COLUMNS, rows));
      const titles = new Map(placedSteps(contract).map(({ step }) => [step.id, step.title]));
      for (const { from, to, withinMs, says } of contract.promises)
        print(
          `Promise: ${titles.get(to) ?? to} at most ${writeDuration(withinMs)} after ${titles.get(from) ?? from}${says === null ? '' : ` (“${says}”)`}`,
        );
    } finally {
      await source.close();
    }
  },
});
