import { readConfig, serve } from '@continuo/server';
import { defineCommand } from 'citty';
import { print, say } from '../print.ts';
import { FOLDER } from './arguments.ts';

export const start = defineCommand({
  meta: { name: 'start', description: 'Start the server and print what to open' },
  args: {
    folder: FOLDER,
    port: { type: 'string', description: 'Port (default: CONTINUO_PORT or 4400)', valueHint: 'n' },
    demo: { type: 'boolean', description: 'Fill an empty workspace with the demo world' },
  },
  async run({ args }) {
    const wishes = {
      ...(args.folder === undefined ? {} : { folder: args.folder }),
      ...(args.port === undefined ? {} : { port: Number(args.port) }),
    };
    readConfig(wishes);
    const serving = await serve(wishes);
    print(`Continuo is open at ${serving.url}`);
    const reply = await fetch(`${serving.url}/api/v1/overview`);
    const { checklist } = (await reply.json()) as { checklist: { hasData: boolean } };
    if (!checklist.hasData && args.demo) {
      say('Filling it with the demo world …');
      await fetch(`${serving.url}/api/v1/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
    } else if (!checklist.hasData)
      say('There is no data yet. The page offers a demo world, or your own file; --demo fills it at once.');
    say(`Data: ${serving.folder}. Stop with Ctrl+C.`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await serving.close();
  },
});
