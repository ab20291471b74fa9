import { writeFile } from 'node:fs/promises';
import { blankJourney, Problem } from '@continuo/core';
import { slugOf, writeJourneyFile } from '@continuo/journeyfile';
import { starters } from '@continuo/journeyfile/node';
import { defineCommand } from 'citty';
import { print, say, tableText } from '../print.ts';

const COLUMNS = ['starter', 'title', 'steps'].map((label) => ({ label }));

export const journeyNew = defineCommand({
  meta: {
    name: 'new',
    description: 'Begin a map as a file: from a starter, or with a title only; alone it lists the starters',
  },
  args: {
    starter: { type: 'positional', description: 'Name of a starter', required: false },
    title: { type: 'string', description: 'For a map without a starter: “I buy something and it arrives”' },
    out: { type: 'string', description: 'File; left out: standard output', valueHint: 'order.yaml' },
    force: { type: 'boolean', description: 'Write over a file that is there' },
  },
  async run({ args }) {
    const all = starters();
    if (args.starter === undefined && args.title === undefined)
      return print(
        tableText(
          COLUMNS,
          all.map(({ key, title, steps }) => [key, title, steps]),
        ),
      );
    const text = args.starter === undefined ? blankText(args.title ?? '') : starterText(all, args.starter);
    if (args.out === undefined) return print(text);
    await writeNew(args.out, text, args.force === true);
    say(`Written: ${args.out}. Change it, then: continuo journey check ${args.out}`);
  },
});

function starterText(all: ReturnType<typeof starters>, name: string): string {
  const found = all.find(({ key }) => key === name);
  if (found) return found.yaml;
  throw new Problem(
    'input.invalid',
    `There is no starter “${name}”. There are: ${all.map(({ key }) => key).join(', ')}.`,
  );
}

function blankText(title: string): string {
  const key = slugOf(title);
  if (key === '') throw new Problem('input.invalid', '--title needs at least one Latin letter or digit, for its key.');
  const stages = 'stages:\n  - stage: Begin\n    steps:\n      - I begin\n';
  return `${writeJourneyFile(blankJourney(key, title), 'yaml')}\n${stages}`;
}

/** Writes a file that is not there yet; with `force` also one that is. */
export async function writeNew(path: string, text: string | Uint8Array, force: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const isThere = (cause as { code?: string }).code === 'EEXIST';
    const why = isThere
      ? `${path} is there already. Use --force to write over it.`
      : `${path} cannot be written: ${(cause as Error).message}`;
    throw new Problem('input.invalid', why, { cause });
  }
}
