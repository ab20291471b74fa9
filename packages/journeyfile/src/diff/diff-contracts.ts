import type { Block, JourneyContract, Lane } from '@continuo/core';
import { diffBlocks } from './diff-blocks.ts';
import { diffCards } from './diff-cards.ts';
import type { Difference } from './difference.ts';
import { movedIds } from './moved.ts';
import { isSame, listed, orNone, passageSays, promiseSays, quoted, reviewSays, ruleSays } from './say.ts';

/** What differs between two versions of a map, in plain words with ids; empty when they say the same. Things are the same by their id. */
export function diffContracts(a: JourneyContract, b: JourneyContract): readonly Difference[] {
  const title = titles(a, b);
  return [
    ...diffHead(a, b, title),
    ...diffBlocks(a, b),
    ...diffLanes(a.lanes, b.lanes),
    ...diffCards(a, b),
    ...diffList('promise', a.promises, b.promises, (promise) => promiseSays(promise, title)),
    ...diffList('rule', a.rules, b.rules, (rule) => ruleSays(rule, title)),
  ];
}

function titles(a: JourneyContract, b: JourneyContract): (id: string) => string {
  const byId = new Map<string, string>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'step') byId.set(block.id, block.title);
      else visit(block.blocks);
    }
  };
  for (const contract of [a, b]) for (const stage of contract.stages) visit(stage.blocks);
  return (id) => quoted(byId.get(id) ?? id);
}

function diffHead(a: JourneyContract, b: JourneyContract, title: (id: string) => string): Difference[] {
  const fields: readonly (readonly [keyof JourneyContract, string, string, string])[] = [
    ['key', 'Key', quoted(a.key), quoted(b.key)],
    ['level', 'Level', a.level, b.level],
    ['parent', 'Parent', orNone(a.parent), orNone(b.parent)],
    ['leadsTo', 'Leads to', listed(a.leadsTo), listed(b.leadsTo)],
    ['meantFor', 'Meant for', listed(a.meantFor), listed(b.meantFor)],
    ['brand', 'Brand', orNone(a.brand), orNone(b.brand)],
    ['country', 'Country', orNone(a.country), orNone(b.country)],
    ['partner', 'Partner', orNone(a.partner), orNone(b.partner)],
    ['owner', 'Owner', orNone(a.owner), orNone(b.owner)],
    ['review', 'Review', reviewSays(a.review), reviewSays(b.review)],
    ['status', 'Status', a.status, b.status],
    ['question', 'Question', orNone(a.question), orNone(b.question)],
    ['passage', 'One passage', passageSays(a.passage, title), passageSays(b.passage, title)],
    ['isClosed', 'Counts what is not on the map', a.isClosed ? 'yes' : 'no', b.isClosed ? 'yes' : 'no'],
  ];
  const renamed: Difference[] =
    a.title === b.title
      ? []
      : [
          {
            kind: 'renamed',
            of: 'journey',
            id: b.key,
            step: null,
            field: null,
            words: `journey ${quoted(a.title)} is now ${quoted(b.title)}`,
          },
        ];
  return [
    ...renamed,
    ...fields
      .filter(([field]) => !isSame(a[field], b[field]))
      .map(
        ([field, name, before, after]): Difference => ({
          kind: 'changed',
          of: 'journey',
          id: b.key,
          step: null,
          field,
          words: `${name}: ${before} → ${after}`,
        }),
      ),
  ];
}

function diffLanes(a: readonly Lane[], b: readonly Lane[]): Difference[] {
  const before = new Map(a.map((lane) => [lane.id, lane]));
  const after = new Set(b.map(({ id }) => id));
  const moved = movedIds(
    a.map(({ id }) => id).filter((id) => after.has(id)),
    b.map(({ id }) => id).filter((id) => before.has(id)),
  );
  const make = (kind: Difference['kind'], id: string, words: string, field: string | null = null): Difference => ({
    kind,
    of: 'lane',
    id,
    step: null,
    field,
    words: `lane ${words}`,
  });
  return [
    ...a.filter(({ id }) => !after.has(id)).map(({ id, title }) => make('removed', id, `${quoted(title)} removed`)),
    ...b.flatMap((lane) => {
      const old = before.get(lane.id);
      const name = quoted(lane.title);
      if (old === undefined) return [make('added', lane.id, `${name} added`)];
      return [
        ...(old.title === lane.title ? [] : [make('renamed', lane.id, `${quoted(old.title)} is now ${name}`)]),
        ...(old.kind === lane.kind
          ? []
          : [make('changed', lane.id, `${name}: kind ${old.kind} → ${lane.kind}`, 'kind')]),
        ...(moved.has(lane.id) ? [make('moved', lane.id, `${name} moved`)] : []),
      ];
    }),
  ];
}

function diffList<T extends { readonly id: string }>(
  of: 'promise' | 'rule',
  a: readonly T[],
  b: readonly T[],
  say: (thing: T) => string,
): Difference[] {
  const before = new Map(a.map((thing) => [thing.id, thing]));
  const after = new Set(b.map(({ id }) => id));
  const make = (kind: Difference['kind'], id: string, words: string): Difference => ({
    kind,
    of,
    id,
    step: null,
    field: null,
    words,
  });
  return [
    ...a.filter(({ id }) => !after.has(id)).map((thing) => make('removed', thing.id, `${of} removed: ${say(thing)}`)),
    ...b.flatMap((thing) => {
      const old = before.get(thing.id);
      if (old === undefined) return [make('added', thing.id, `${of} added: ${say(thing)}`)];
      return isSame(old, thing) ? [] : [make('changed', thing.id, `${of} changed: ${say(old)} → ${say(thing)}`)];
    }),
  ];
}
