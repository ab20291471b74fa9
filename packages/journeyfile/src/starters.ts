import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type JourneyContract, Problem } from '@continuo/core';
import { problemText } from './file/problem.ts';
import { readJourneyFile } from './file/read-journey.ts';

/** A map to begin with, shipped as a file. */
export interface Starter {
  /** Its file name without ending, and the key of its map. */
  readonly key: string;
  readonly title: string;
  readonly steps: number;
  /** The file itself, with its comments. */
  readonly yaml: string;
  readonly contract: JourneyContract;
}

// By the name of the package: this module may have been bundled into another.
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@continuo/journeyfile/package.json')), 'starters');
let read: readonly Starter[] | null = null;

/** All starter maps in alphabetical order of their keys, read once. Throws `internal` when one that ships is broken. */
export function starters(): readonly Starter[] {
  read ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const yaml = readFileSync(join(FOLDER, name), 'utf8');
      const result = readJourneyFile(yaml, 'yaml');
      if (!result.ok) throw new Problem('internal', `${name}: ${result.problems.map(problemText).join(' ')}`);
      const contract = result.value;
      const steps = contract.stages.reduce((sum, stage) => sum + countSteps(stage.blocks), 0);
      return { key: contract.key, title: contract.title, steps, yaml, contract };
    });
  return read;
}

const countSteps = (blocks: JourneyContract['stages'][number]['blocks']): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'step' ? 1 : countSteps(block.blocks)), 0);
