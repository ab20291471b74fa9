import { journeyContractSchema } from '@continuo/contract';
import type { JourneyContract } from '@continuo/core';
import { placedSteps } from '@continuo/core';
import { parseFile } from './parse.ts';
import type { ReadResult } from './problem.ts';
import { CellReader, readLanes } from './read-cells.ts';
import { readPassage, readPromises, readReview, readRules, StepNames } from './read-links.ts';
import { readStages } from './read-steps.ts';
import { type Fields, Reading } from './reading.ts';
import { Ids, slugOf } from './slug.ts';
import { type FilePath, type FileValue, isList, isMap } from './value.ts';
import { JOURNEY_KEYS, LEVELS, STATUSES } from './words.ts';

/** A map with the line on which each of its stages, groups, steps, promises and rules begins, by id. */
export interface LocatedJourney {
  readonly contract: JourneyContract;
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads a map from YAML or JSON. Every problem is reported at once, with line, path, words and what to do; nothing is guessed from a
 * file with problems. Whether the map makes sense (a promise between steps that do not exist, …) is the business of `checkContract`.
 */
export function readJourneyFile(text: string, format: 'yaml' | 'json'): ReadResult<JourneyContract> {
  const read = readLocatedJourney(text, format);
  return read.ok ? { ok: true, value: read.value.contract, notes: read.notes } : read;
}

/** The same, with the lines, for reports that point into the file. */
export function readLocatedJourney(text: string, format: 'yaml' | 'json'): ReadResult<LocatedJourney> {
  const parsed = parseFile(text, format);
  if (!parsed.ok) return parsed;
  const reading = new Reading(parsed.value);
  const origins = new Map<object, FilePath>();
  const fields = reading.fields(parsed.value.value, [], JOURNEY_KEYS, 'The file');
  const contract = fields === null ? null : readContract(reading, fields, origins);
  if (contract === null || reading.problems.length > 0) return { ok: false, problems: sorted(reading) };
  addSchemaProblems(reading, contract, origins);
  addTwice(reading, contract, origins);
  if (reading.problems.length > 0) return { ok: false, problems: sorted(reading) };
  const lines = new Map<string, number>();
  for (const [thing, path] of origins) {
    const line = reading.lineOf(path);
    if (line !== null) lines.set((thing as { id: string }).id, line);
  }
  return { ok: true, value: { contract, lines }, notes: [] };
}

const sorted = ({ problems }: Reading) => [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

function readContract(reading: Reading, fields: Fields, origins: Map<object, FilePath>): JourneyContract | null {
  const title = fields.text('journey');
  if (title === null) reading.add([], 'The map has no title.', 'Begin with: journey: I order and it arrives');
  const key = fields.text('key') ?? slugOf(title ?? '');
  if (key === '') reading.add([], 'The map has no key.', 'Add “key:” with lower-case letters, digits and hyphens.');
  const stages = fields.get('stages');
  const listed = readLanes(reading, fields.get('lanes'), fields.at('lanes'));
  const given = collectIds(stages);
  const cells = new CellReader(reading, listed, given.cards);
  const at = { reading, cells, ids: new Ids(given.blocks), origins };
  const contract = {
    key,
    title: title ?? '',
    level: fields.word('level', LEVELS, 'journey'),
    parent: fields.text('parent'),
    leadsTo: fields.texts('leads to'),
    meantFor: fields.texts('for'),
    brand: fields.text('brand'),
    country: fields.text('country'),
    partner: fields.text('partner'),
    owner: fields.text('owner'),
    review: readReview(reading, fields.get('review'), fields.at('review')),
    status: fields.word('status', STATUSES, 'draft'),
    question: fields.text('question'),
    isClosed: fields.flag('closed'),
    stages: readStages(at, stages, fields.at('stages')),
  };
  const steps = placedSteps(contract as unknown as JourneyContract).map(({ step }) => step);
  const names = new StepNames(reading, steps);
  return {
    ...contract,
    passage: readPassage(reading, fields.get('passage'), fields.at('passage'), names),
    lanes: cells.lanes(),
    promises: readPromises(reading, fields.get('promises'), fields.at('promises'), names, origins),
    rules: readRules(reading, fields.get('rules'), fields.at('rules'), names, origins),
  };
}

/** Ids that the file gives itself: no derived one may take them. */
function collectIds(stages: FileValue): { readonly blocks: Set<string>; readonly cards: Set<string> } {
  const blocks = new Set<string>();
  const cards = new Set<string>();
  const visit = (value: FileValue, ids: Set<string>): void => {
    if (isList(value)) for (const item of value) visit(item, ids);
    if (!isMap(value)) return;
    const id = value.get('id');
    if (typeof id === 'string') ids.add(id);
    for (const [key, item] of value)
      if (key !== 'events' && key !== 'went wrong') visit(item, key === 'lanes' ? cards : ids);
  };
  visit(stages, blocks);
  return { blocks, cards };
}

/** What only the schema knows: sizes, letters of ids, forms of dates. */
function addSchemaProblems(reading: Reading, contract: JourneyContract, origins: ReadonlyMap<object, FilePath>): void {
  const result = journeyContractSchema.safeParse(contract);
  for (const issue of result.error?.issues ?? []) {
    let thing: unknown = contract;
    let path: FilePath = [];
    const rest: string[] = [];
    for (const part of issue.path) {
      thing = (thing as Record<PropertyKey, unknown> | undefined)?.[part];
      const origin = typeof thing === 'object' && thing !== null ? origins.get(thing) : undefined;
      rest.push(String(part));
      if (origin !== undefined) {
        path = origin;
        rest.length = 0;
      }
    }
    const what = rest.length === 0 ? 'This' : `“${rest.join(' › ')}”`;
    const value = typeof thing === 'string' && thing.length <= 60 ? ` “${thing}”` : '';
    reading.add(path, `${what}${value} is not possible: ${issue.message}.`, '');
  }
}

function addTwice(reading: Reading, contract: JourneyContract, origins: ReadonlyMap<object, FilePath>): void {
  const seen = new Set<string>();
  const note = (id: string, path: FilePath, what: string): void => {
    if (seen.has(`${what} ${id}`))
      reading.add(path, `There are two of the id “${id}”.`, 'Give one of them another id.');
    seen.add(`${what} ${id}`);
  };
  for (const [thing, path] of origins) {
    const { id } = thing as { id: string };
    const kind = 'from' in thing ? 'promise' : 'blocks' in thing || 'cells' in thing ? 'block' : 'rule';
    note(id, path, kind);
  }
  for (const { id } of contract.lanes) note(id, ['lanes'], 'lane');
  for (const { step } of placedSteps(contract))
    for (const card of Object.values(step.cells).flat()) note(card.id, origins.get(step) ?? [], 'card');
}
