import { isQuestionName, QUESTIONS } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { defineCommand } from 'citty';
import { connect } from '../connect.ts';
import { print, say, tableText } from '../print.ts';
import { readJson, scopeFrom } from '../scope.ts';
import { SCOPE_ARGUMENTS } from './arguments.ts';
import { scopeReady } from './journey-ready.ts';

const LIST = Object.entries(QUESTIONS)
  .map(([name, { title }]) => `  ${name.padEnd(12)} ${title}`)
  .join('\n');

export const ask = defineCommand({
  meta: { name: 'ask', description: 'Ask a question and print the answer as a table' },
  args: {
    question: { type: 'positional', description: `One of: ${Object.keys(QUESTIONS).join(', ')}`, required: true },
    ...SCOPE_ARGUMENTS,
    json: { type: 'boolean', description: 'The whole answer as JSON' },
  },
  async run({ args }) {
    const name = args.question;
    if (!isQuestionName(name))
      throw new Problem('question.unknown', `There is no question “${name}”. There are:\n${LIST}`);
    const connection = await connect(args);
    try {
      const input = args.input === undefined ? {} : readJson(args.input, '--input');
      const scope = scopeFrom(args);
      await scopeReady(connection.client, scope);
      const answer = await connection.client.ask(name, { scope, input: input as never });
      if (args.json) return print(JSON.stringify(answer, null, 2));
      // Only tables need the server's code, which costs 2 CPU seconds to load.
      const { asked, tableOf } = await import('@continuo/server');
      const { columns, rows } = tableOf(asked(name, input as never, answer as never));
      print(tableText(columns, rows));
      const { people, runs, events } = answer.population;
      say(`${people} people, ${runs} journeys, ${events} events; ${answer.exactness}. ${answer.limits.join(' ')}`);
    } finally {
      await connection.close();
    }
  },
});
