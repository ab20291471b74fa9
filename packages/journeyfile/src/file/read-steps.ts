import { type Block, blankStep, type Group, type Stage, type Step } from '@continuo/core';
import type { CellReader } from './read-cells.ts';
import { readMatchers } from './read-events.ts';
import type { Fields, Reading } from './reading.ts';
import type { Ids } from './slug.ts';
import { type FilePath, type FileValue, isList, isMap } from './value.ts';
import { ACTORS, ENDS, ENDS_VALUES, GROUP_KEYS, GROUP_WORDS, STAGE_KEYS, STEP_KEYS } from './words.ts';

/** What is needed to read a step, and where each thing was found. */
export interface StepReading {
  readonly reading: Reading;
  readonly cells: CellReader;
  /** Of stages, groups and steps, which share one set of ids. */
  readonly ids: Ids;
  readonly origins: Map<object, FilePath>;
}

type GroupWord = (typeof GROUP_WORDS)[number];

/** Stages as a list of maps, or in short as a map from the title to its steps. */
export function readStages(at: StepReading, value: FileValue, path: FilePath): Stage[] {
  if (value === null) return [];
  if (isMap(value))
    return [...value].map(([title, steps]) => stageOf(at, at.ids.take(title, 'stage'), title, steps, [...path, title]));
  if (!isList(value)) {
    at.reading.add(path, 'Stages are a list.', 'Write “- stage: Choose” and below it “steps:” with a list.');
    return [];
  }
  return value.flatMap((item, i) => {
    const here = [...path, i];
    const fields = at.reading.fields(item, here, STAGE_KEYS, 'A stage');
    const title = fields?.text('stage') ?? null;
    if (fields === null) return [];
    if (title === null) at.reading.add(here, 'The stage has no name.', 'Write “- stage: Choose”.');
    const id = fields.text('id') ?? at.ids.take(title ?? '', 'stage');
    return [stageOf(at, id, title ?? id, fields.get('steps'), fields.at('steps'), here)];
  });
}

function stageOf(at: StepReading, id: string, title: string, steps: FileValue, path: FilePath, here = path): Stage {
  const stage = { id, title, blocks: readBlocks(at, steps, path) };
  at.origins.set(stage, here);
  return stage;
}

function readBlocks(at: StepReading, value: FileValue, path: FilePath): Block[] {
  if (value === null) return [];
  if (typeof value === 'string') return [readBlock(at, value, path)].filter((block) => block !== null);
  if (!isList(value)) {
    at.reading.add(path, 'Steps are a list.', 'Begin each step with “- ”.');
    return [];
  }
  return value.flatMap((item, i) => readBlock(at, item, [...path, i]) ?? []);
}

function readBlock(at: StepReading, value: FileValue, path: FilePath): Block | null {
  const block = isMap(value) ? readMap(at, value, path) : readTitle(at, value, path);
  if (block !== null) at.origins.set(block, path);
  return block;
}

function readTitle(at: StepReading, value: FileValue, path: FilePath): Step | null {
  const title = at.reading.text(value, path);
  return title === null ? null : blankStep(at.ids.take(title, 'step'), title);
}

function readMap(at: StepReading, value: FileValue & ReadonlyMap<string, FileValue>, path: FilePath): Block | null {
  const words = GROUP_WORDS.filter((word) => value.has(word));
  const [word] = words;
  if (words.length > 1 || (word !== undefined && value.has('step'))) {
    at.reading.add(
      path,
      'This is several things at once.',
      `Begin a new “- ” for each of: step, ${GROUP_WORDS.join(', ')}.`,
    );
    return null;
  }
  if (word !== undefined) {
    const fields = at.reading.fields(value, path, [word, ...GROUP_KEYS], `“${word}”`);
    return fields === null ? null : readGroup(at, fields, word);
  }
  const fields = at.reading.fields(value, path, STEP_KEYS, 'A step');
  return fields === null ? null : readStep(at, fields);
}

function readGroup(at: StepReading, fields: Fields, word: GroupWord): Group {
  return {
    // Steps in their order are one pass of a repeat: the contract needs no kind of its own for them.
    kind: word === 'any order' ? 'any-order' : word === 'steps' ? 'repeat' : word,
    id: fields.text('id') ?? at.ids.take(word, 'group'),
    isOptional: fields.flag('optional'),
    atMost: readAgain(fields, word === 'repeat' ? null : 1, word === 'repeat'),
    blocks: readBlocks(at, fields.get(word), fields.at(word)),
  };
}

function readStep(at: StepReading, fields: Fields): Step | null {
  const title = fields.text('step');
  if (title === null) {
    at.reading.add(fields.path, 'The step has no title.', 'Write “step: I order”, in the words of the customer.');
    return null;
  }
  const { reading } = at;
  const id = fields.text('id') ?? at.ids.take(title, 'step');
  const isOwed = fields.flag('owed');
  return {
    kind: 'step',
    id,
    title,
    actor: fields.word('by', ACTORS, isOwed ? 'us' : 'customer'),
    isOwed,
    isOptional: fields.flag('optional'),
    atMost: readAgain(fields, 1, false),
    ends: readEnds(fields),
    matters: fields.flag('matters'),
    touchpoint: fields.text('touchpoint'),
    matchers: readMatchers(reading, fields.get('events'), fields.at('events')),
    failures: readMatchers(reading, fields.get('went wrong'), fields.at('went wrong')),
    channels: fields.texts('channels'),
    brand: fields.text('brand'),
    country: fields.text('country'),
    partner: fields.text('partner'),
    owner: fields.text('owner'),
    cells: at.cells.cells(fields.get('lanes'), fields.at('lanes'), id),
  };
}

function readEnds(fields: Fields): Step['ends'] {
  if (fields.get('ends') === null) return null;
  return ENDS_VALUES[ENDS.indexOf(fields.word('ends', ENDS, 'goal'))] ?? null;
}

/** `3 times`, `up to 3 times`, `3`, `any number`, `once`, `true`; how often in all. */
function readAgain(fields: Fields, missing: number | null, isRepeat: boolean): number | null {
  const value = fields.get('again');
  if (value === null || value === '') return missing;
  if (typeof value === 'boolean') return value ? null : 1;
  const said = String(value).trim().toLowerCase();
  if (said === 'any number' || said === 'as often as they like') return null;
  if (said === 'once') return 1;
  const n = Number(/^(?:up to )?(\d{1,5})(?: times?)?$/.exec(said)?.[1] ?? 0);
  if (n > 0) return n;
  fields.reading.add(
    fields.at('again'),
    `“${said}” does not say how often.`,
    `Write “again: 3 times” (in all) or “again: any number”${isRepeat ? '' : ', or leave it out for once'}.`,
  );
  return missing;
}
