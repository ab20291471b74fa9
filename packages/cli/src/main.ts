import { ApiProblem } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { defineCommand, runCommand, showUsage } from 'citty';
import { EXIT } from './exit-codes.ts';
import { print, say } from './print.ts';

const VERSION = '0.1.0';

const continuo = defineCommand({
  meta: { name: 'continuo', version: VERSION, description: 'The journeys that customers really take' },
  subCommands: {
    start: () => import('./commands/start.ts').then((module) => module.start),
    import: () => import('./commands/import.ts').then((module) => module.importCommand),
    ask: () => import('./commands/ask.ts').then((module) => module.ask),
    draw: () => import('./commands/draw.ts').then((module) => module.draw),
    export: () => import('./commands/export.ts').then((module) => module.exportCommand),
    journey: () => import('./commands/journey.ts').then((module) => module.journey),
    letter: () => import('./commands/letter.ts').then((module) => module.letter),
    doctor: () => import('./commands/doctor.ts').then((module) => module.doctor),
    engine: () => import('./commands/engine.ts').then((module) => module.engine),
  },
});

/** Runs one command line; sets the exit code, never throws. */
export async function main(rawArgs: string[]): Promise<void> {
  if (rawArgs.length === 0 || rawArgs.includes('--help') || rawArgs.includes('-h')) return showHelp(rawArgs);
  if (rawArgs[0] === '--version') return print(VERSION);
  try {
    await runCommand(continuo, { rawArgs });
  } catch (error) {
    process.exitCode = codeOf(error);
    say(
      error instanceof Problem || error instanceof ApiProblem || isUsage(error)
        ? (error as Error).message
        : String((error as Error).stack),
    );
  }
}

type Shown = Parameters<typeof showUsage>[0];

/** Help of the command that is named, however deep: `journey check --help`. */
async function showHelp(rawArgs: string[]): Promise<void> {
  let command: Shown = continuo as Shown;
  const path: string[] = [];
  for (const name of rawArgs.filter((argument) => !argument.startsWith('-'))) {
    const inner = (command.subCommands as Record<string, () => Promise<Shown>> | undefined)?.[name];
    if (inner === undefined) break;
    path.push(name);
    command = await inner();
  }
  await showUsage(
    command,
    path.length === 0 ? undefined : { meta: { name: ['continuo', ...path.slice(0, -1)].join(' ') } },
  );
}

const isUsage = (error: unknown): boolean => (error as { name?: string } | null)?.name === 'CLIError';

function codeOf(error: unknown): number {
  if (isUsage(error)) return EXIT.usage;
  const code = error instanceof Problem ? error.code : error instanceof ApiProblem ? error.details.code : '';
  if (code === 'folder.busy') return EXIT.busy;
  return code === 'input.invalid' || code === 'question.unknown' ? EXIT.usage : EXIT.failed;
}
