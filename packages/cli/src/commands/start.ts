import type { Serving } from '@continuo/server';
import { defineCommand } from 'citty';
import { connectionTo } from '../connect.ts';
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
    const { serve } = await import('@continuo/server');
    const serving = await serve(wishes);
    try {
      print(`Continuo is open at ${serving.publicUrl}`);
      sayWhoMayEnter(serving);
      const { client } = connectionTo(serving.url, serving.token);
      const { checklist } = await client.call('overview');
      if (!checklist.hasData && args.demo) {
        say('Filling it with the demo world …');
        await client.call('demo');
      } else if (!checklist.hasData)
        say('There is no data yet. The page offers a demo world, or your own file; --demo fills it at once.');
      say(`Data: ${serving.folder}. Stop with Ctrl+C.`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
    } finally {
      await serving.close();
    }
  },
});

/** Before the first account: who may do what until then, and the link that makes it. */
function sayWhoMayEnter({ isOpen, firstAdminLink }: Serving): void {
  if (firstAdminLink === null) return;
  say(
    isOpen
      ? 'No accounts yet: everybody on this machine may do everything. The first account is made here:'
      : 'No accounts yet: nobody may enter before the first one is made. It is made here:',
  );
  say(`  ${firstAdminLink}`);
  say('The link works once, for 24 hours. Whoever has it becomes the admin.');
}
