import type { Block, Group, JourneyContract, Stage, Step } from '@continuo/core';
import { groupWord } from '../file/write-steps.ts';
import type { Difference } from './difference.ts';
import { movedIds } from './moved.ts';
import { againSay, endSay, isSame, listed, matchersSay, orNone, quoted } from './say.ts';

interface Placed {
  readonly thing: Stage | Block;
  /** Id of the stage or group around it; null: a stage. */
  readonly into: string | null;
  readonly intoName: string;
}

/** Stages, groups and steps that were added, removed, renamed, moved or changed; cards are not looked at. */
export function diffBlocks(a: JourneyContract, b: JourneyContract): Difference[] {
  const before = placesOf(a);
  const after = placesOf(b);
  const moved = movedPlaces(before, after);
  const removed = [...before.values()]
    .filter(({ thing }) => !after.has(thing.id))
    .map(({ thing, intoName }) =>
      make('removed', thing, `${nameOf(thing)} removed${intoName === '' ? '' : ` from ${intoName}`}`),
    );
  return [
    ...removed,
    ...[...after.values()].flatMap((place): Difference[] => {
      const { thing } = place;
      const old = before.get(thing.id)?.thing;
      if (old === undefined)
        return [make('added', thing, `${nameOf(thing)} added${place.intoName === '' ? '' : ` to ${place.intoName}`}`)];
      const renamed =
        'title' in old && 'title' in thing && old.title !== thing.title
          ? [make('renamed', thing, `${kindOf(thing)} ${quoted(old.title)} is now ${quoted(thing.title)}`)]
          : [];
      const where = place.intoName === '' ? '' : ` in ${place.intoName}`;
      return [
        ...renamed,
        ...(moved.has(thing.id)
          ? [make('moved', thing, `${nameOf(thing)} moved, now${where}${behind(after, place)}`)]
          : []),
        ...changes(old, thing),
      ];
    }),
  ];
}

function placesOf(contract: JourneyContract): Map<string, Placed> {
  const places = new Map<string, Placed>();
  const visit = (blocks: readonly Block[], into: Stage | Group): void => {
    for (const thing of blocks) {
      places.set(thing.id, { thing, into: into.id, intoName: nameOf(into) });
      if (thing.kind !== 'step') visit(thing.blocks, thing);
    }
  };
  for (const stage of contract.stages) {
    places.set(stage.id, { thing: stage, into: null, intoName: '' });
    visit(stage.blocks, stage);
  }
  return places;
}

/** Those that changed the stage or group they are in, and the fewest of the others that explain the new order. */
function movedPlaces(before: ReadonlyMap<string, Placed>, after: ReadonlyMap<string, Placed>): ReadonlySet<string> {
  const moved = new Set<string>();
  const siblings = new Map<string | null, string[]>();
  for (const [id, { into }] of after) {
    const old = before.get(id);
    if (old === undefined) continue;
    if (old.into !== into) moved.add(id);
    else siblings.set(into, [...(siblings.get(into) ?? []), id]);
  }
  for (const ids of siblings.values()) {
    const known = new Set(ids);
    for (const id of movedIds(
      [...before.keys()].filter((key) => known.has(key)),
      ids,
    ))
      moved.add(id);
  }
  return moved;
}

function behind(after: ReadonlyMap<string, Placed>, { thing, into }: Placed): string {
  let last: Placed | null = null;
  for (const place of after.values()) {
    if (place.into !== into) continue;
    if (place.thing.id === thing.id) break;
    last = place;
  }
  return last === null ? ' at the beginning' : ` after ${nameOf(last.thing)}`;
}

const kindOf = (thing: Stage | Block): 'stage' | 'step' | 'group' =>
  !('kind' in thing) ? 'stage' : thing.kind === 'step' ? 'step' : 'group';
const nameOf = (thing: Stage | Block): string =>
  'title' in thing ? `${kindOf(thing)} ${quoted(thing.title)}` : `${groupWord(thing)} ${quoted(thing.id)}`;

function make(kind: Difference['kind'], thing: Stage | Block, words: string, field: string | null = null): Difference {
  return { kind, of: kindOf(thing), id: thing.id, step: null, field, words };
}

function changes(old: Stage | Block, thing: Stage | Block): Difference[] {
  if (!('kind' in old) || !('kind' in thing)) return [];
  if (old.kind === 'step' && thing.kind === 'step') return stepChanges(old, thing);
  if (old.kind === 'step' || thing.kind === 'step')
    return [make('changed', thing, `${nameOf(thing)}: was a ${old.kind}`, 'kind')];
  return [
    ...(old.kind === thing.kind ? [] : [make('changed', thing, `${nameOf(thing)}: was ${groupWord(old)}`, 'kind')]),
    ...(old.isOptional === thing.isOptional
      ? []
      : [
          make(
            'changed',
            thing,
            `${nameOf(thing)}: ${thing.isOptional ? 'may be passed over' : 'must be passed'}`,
            'isOptional',
          ),
        ]),
    ...(old.atMost === thing.atMost
      ? []
      : [make('changed', thing, `${nameOf(thing)}: ${againSay(old.atMost)} → ${againSay(thing.atMost)}`, 'atMost')]),
  ];
}

const STEP_WORDS: readonly (readonly [keyof Step, (before: Step, after: Step) => string])[] = [
  ['actor', (before, after) => `done by ${before.actor} → ${after.actor}`],
  ['isOwed', (_, after) => (after.isOwed ? 'now owed to the customer' : 'no longer owed to the customer')],
  ['isOptional', (_, after) => (after.isOptional ? 'may be passed over' : 'must be passed')],
  ['atMost', (before, after) => `${againSay(before.atMost)} → ${againSay(after.atMost)}`],
  ['ends', (before, after) => `end: ${endSay(before.ends)} → ${endSay(after.ends)}`],
  ['matters', (_, after) => (after.matters ? 'now a moment that matters' : 'no longer a moment that matters')],
  ['touchpoint', (before, after) => `touchpoint: ${orNone(before.touchpoint)} → ${orNone(after.touchpoint)}`],
  ['matchers', (before, after) => `events: ${matchersSay(before.matchers)} → ${matchersSay(after.matchers)}`],
  ['failures', (before, after) => `went wrong: ${matchersSay(before.failures)} → ${matchersSay(after.failures)}`],
  ['channels', (before, after) => `channels: ${listed(before.channels)} → ${listed(after.channels)}`],
  ['brand', (before, after) => `brand: ${orNone(before.brand)} → ${orNone(after.brand)}`],
  ['country', (before, after) => `country: ${orNone(before.country)} → ${orNone(after.country)}`],
  ['partner', (before, after) => `partner: ${orNone(before.partner)} → ${orNone(after.partner)}`],
  ['owner', (before, after) => `owner: ${orNone(before.owner)} → ${orNone(after.owner)}`],
];

function stepChanges(before: Step, after: Step): Difference[] {
  return STEP_WORDS.filter(([field]) => !isSame(before[field], after[field])).map(([field, say]) =>
    make('changed', after, `${nameOf(after)}: ${say(before, after)}`, field),
  );
}
