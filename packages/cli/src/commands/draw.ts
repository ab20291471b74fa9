import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { DRAW_FORMATS, isQuestionName, QUESTIONS } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { say } from '../print.ts';
import { readJson, scopeFrom } from '../scope.ts';
import { SCOPE_ARGUMENTS } from './arguments.ts';
import { download } from './download.ts';
import { scopeReady } from './journey-ready.ts';

const DRAWN = Object.entries(QUESTIONS).flatMap(([name, { draws }]) => (draws === null ? [] : [name]));

export const draw = defineCommand({
  meta: { name: 'draw', description: `Draw an answer into a file. One of: ${DRAWN.join(', ')}` },
  args: {
    question: { type: 'positional', description: 'Name of the question', required: true },
    out: {
      type: 'string',
      description: 'File; its ending says the format: svg, png, pdf, csv, json',
      required: true,
      valueHint: 'x.svg',
    },
    ...SCOPE_ARGUMENTS,
    theme: { type: 'enum', options: ['light', 'dark'], description: 'Colours', default: 'light' },
  },
  async run({ args }) {
    const name = args.question;
    const format = extname(args.out).slice(1).toLowerCase() as (typeof DRAW_FORMATS)[number];
    if (!isQuestionName(name))
      throw new Problem('question.unknown', `“${name}” cannot be drawn. Can be: ${DRAWN.join(', ')}.`);
    if (!DRAW_FORMATS.includes(format))
      throw new Problem('input.invalid', `--out must end with one of: ${DRAW_FORMATS.join(', ')}.`);
    const connection = await connect(args);
    try {
      const scope = scopeFrom(args);
      await scopeReady(connection.client, scope);
      const url = connection.client.drawUrl(name, format, {
        scope,
        input: args.input === undefined ? {} : (readJson(args.input, '--input') as Record<string, unknown>),
        theme: args.theme as 'light' | 'dark',
      });
      await writeFile(args.out, Buffer.from(await (await download(connection, url)).arrayBuffer()));
      say(`Written: ${args.out}`);
    } finally {
      await connection.close();
    }
  },
});
