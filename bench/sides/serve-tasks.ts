import { measured } from './measured.ts';

export type Tasks = Readonly<Record<string, (input: never) => Promise<unknown>>>;

interface Call {
  readonly task: string;
  readonly input: unknown;
}

/** The child's half of `startSide`: does one task after the other and answers each with what it gave and cost. */
export function serveTasks(tasks: Tasks): void {
  process.on('message', async ({ task, input }: Call) => {
    try {
      const work = tasks[task];
      if (!work) throw new Error(`this side has no task ${task}`);
      const done = await measured(() => (work as (given: unknown) => Promise<unknown>)(input));
      process.send?.({ done });
    } catch (error) {
      process.send?.({ failed: String((error as Error).message) });
    }
  });
  process.on('disconnect', () => process.exit());
}
