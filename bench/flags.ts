import { parseArgs } from 'node:util';

export const PARTS = [
  'questions',
  'timeline',
  'build',
  'maintain',
  'disk',
  'import',
  'answers',
  'home',
  'idle',
  'alignment',
] as const;
export type Part = (typeof PARTS)[number];

export interface Flags {
  readonly sizes: readonly number[];
  readonly only: ReadonlySet<string>;
  readonly rounds: number | null;
  /** Prints the results as JSON on standard output instead of tables. */
  readonly json: boolean;
  readonly folder: string | null;
}

/** Reads the command line; ends the process with a sentence when it cannot be read. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: 'both' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
      folder: { type: 'string' },
    },
  });
  const sizes = values.events === 'both' ? [1_000_000, 20_000_000] : values.events.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    console.error('--events takes numbers with commas between, or both (1000000,20000000).');
    process.exit(2);
  }
  return {
    sizes,
    only: new Set(values.only?.split(',') ?? []),
    rounds: values.rounds === undefined ? null : Number(values.rounds),
    json: values.json,
    folder: values.folder ?? null,
  };
}

/** Whether a part, or one of its questions, was asked for; without `--only` everything is. */
export function isWanted({ only }: Flags, part: Part, question?: string): boolean {
  return only.size === 0 || only.has(part) || (question !== undefined && only.has(question));
}

/** Whether anything is wanted for which a world must be generated and stored. */
export function needsWorld({ only }: Flags): boolean {
  return (
    only.size === 0 || [...only].some((name) => !['import', 'answers', 'home', 'idle', 'alignment'].includes(name))
  );
}
