import type { Block, Card, Condition, Group, JourneyEnd, Lane, Matcher, Stage, Step } from '@continuo/core';
import { usualCardId } from './card-ids.ts';
import { joinEvidence, writeEvidence } from './evidence.ts';
import { type Tree, type TreeMap, treeOf } from './tree.ts';
import { ENDS, ENDS_VALUES, type GROUP_WORDS } from './words.ts';

/** One text stands alone, several as a list, none not at all. */
export const few = (texts: readonly string[]): Tree | undefined =>
  texts.length === 0 ? undefined : texts.length === 1 ? (texts[0] ?? '') : texts;
export const some = (value: string | null): string | undefined => value ?? undefined;
const yes = (value: boolean): true | undefined => value || undefined;

/** What a step needs to know of the map around it. */
export interface StepWriting {
  readonly lanes: readonly Lane[];
  /** Whether a card may leave its id out, because reading would give it the same one. */
  readonly mayOmit: (card: Card, usual: string) => boolean;
}

export function writeStage(at: StepWriting, { id, title, blocks }: Stage): TreeMap {
  return treeOf([
    ['stage', title],
    ['id', id],
    ['steps', blocks.map((block) => writeBlock(at, block))],
  ]);
}

function writeBlock(at: StepWriting, block: Block): TreeMap {
  if (block.kind === 'step') return writeStep(at, block);
  const word = groupWord(block);
  return treeOf([
    [word, block.blocks.map((inner) => writeBlock(at, inner))],
    ['id', block.id],
    ['optional', yes(block.isOptional)],
    ['again', writeAgain(block.atMost, word === 'repeat' ? null : 1)],
  ]);
}

/** A repeat of one pass is no repeat: these steps, in this order. */
export function groupWord({ kind, atMost }: Group): (typeof GROUP_WORDS)[number] {
  if (kind === 'any-order') return 'any order';
  return kind === 'repeat' && atMost === 1 ? 'steps' : kind;
}

/** `goal either way`: the word of the file for an end. */
export const endsWord = (ends: JourneyEnd): string => ENDS[ENDS_VALUES.indexOf(ends)] ?? ends;

function writeAgain(atMost: number | null, usual: number | null): string | undefined {
  if (atMost === usual) return undefined;
  return atMost === null ? 'any number' : atMost === 1 ? 'once' : `${atMost} times`;
}

function writeStep(at: StepWriting, step: Step): TreeMap {
  return treeOf([
    ['step', step.title],
    ['id', step.id],
    ['by', step.actor === (step.isOwed ? 'us' : 'customer') ? undefined : step.actor],
    ['owed', yes(step.isOwed)],
    ['optional', yes(step.isOptional)],
    ['again', writeAgain(step.atMost, 1)],
    ['ends', step.ends === null ? undefined : endsWord(step.ends)],
    ['matters', yes(step.matters)],
    ['touchpoint', some(step.touchpoint)],
    ['events', writeMatchers(step.matchers)],
    ['went wrong', writeMatchers(step.failures)],
    ['channels', few(step.channels)],
    ['brand', some(step.brand)],
    ['country', some(step.country)],
    ['partner', some(step.partner)],
    ['owner', some(step.owner)],
    ['lanes', writeCells(at, step)],
  ]);
}

function writeMatchers(matchers: readonly Matcher[]): Tree | undefined {
  const [only] = matchers;
  if (only === undefined) return undefined;
  if (matchers.length === 1 && only.where.length === 0 && only.channels.length === 0) return few(only.events);
  return matchers.map(({ events, where, channels }) =>
    treeOf([
      ['event', few(events)],
      ['where', writeWhere(where)],
      ['channels', few(channels)],
    ]),
  );
}

function writeWhere(where: readonly Condition[]): Tree | undefined {
  if (where.length === 0) return undefined;
  const names = where.map(({ property }) => property);
  // JSON has no order for keys that are whole numbers, and no map has two equal keys: then it is a list.
  const isPlain = new Set(names).size === names.length && !names.some((name) => /^\d+$/.test(name));
  const tests = where.map((condition) => [condition.property, writeTest(condition)] as const);
  return isPlain ? new Map(tests) : tests.map((test) => new Map([test]));
}

function writeTest({ test, values }: Condition): Tree {
  if (test === 'exists') return new Map([['exists', true]]);
  const said = values.length === 1 ? (values[0] ?? '') : values;
  return test === 'is' ? said : new Map([['not', said]]);
}

function writeCells(at: StepWriting, step: Step): Tree | undefined {
  const known = at.lanes.map(({ id }) => id);
  const lanes = [
    ...known.filter((lane) => Object.hasOwn(step.cells, lane)),
    ...Object.keys(step.cells).filter((lane) => !known.includes(lane)),
  ];
  if (lanes.length === 0) return undefined;
  const kinds = new Map(at.lanes.map(({ id, kind }) => [id, kind]));
  return new Map(
    lanes.map((lane) => {
      const cards = (step.cells[lane] ?? []).map((card, i) =>
        writeCard(at, card, usualCardId(step.id, lane, i + 1), kinds.get(lane) === 'emotion'),
      );
      return [lane, cards.length === 1 && !Array.isArray(cards[0]) ? (cards[0] ?? '') : cards] as const;
    }),
  );
}

function writeCard(at: StepWriting, card: Card, usual: string, isEmotion: boolean): Tree {
  const joined = joinEvidence(card.text, card.evidence);
  if (joined !== null && at.mayOmit(card, usual))
    return isEmotion && /^(?:-?[1-9]\d?|0)$/.test(joined) ? Number(joined) : joined;
  return treeOf([
    ['text', card.text],
    ['evidence', card.evidence.kind === 'think' ? undefined : writeEvidence(card.evidence)],
    ['id', at.mayOmit(card, usual) ? undefined : card.id],
  ]);
}
