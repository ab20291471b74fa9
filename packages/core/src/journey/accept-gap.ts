import { friendlyDuration } from '../mining/durations.ts';
import { applyEdits } from './apply-edit.ts';
import { blankStep } from './blank.ts';
import { findBlock } from './block-tree.ts';
import type { JourneyContract } from './contract.ts';
import type { Edit } from './edit.ts';
import { isWhole } from './edit-blocks.ts';
import { findStep, placedSteps } from './walk.ts';

/** What a gap's id does not tell. */
export interface GapContext {
  /** Of `not-on-map`: the step after which it happens most; null: before the first. */
  readonly after: string | null;
  /** Of `late`: 9 of 10 take no longer, ms; null: not known. */
  readonly nineOfTenMs: number | null;
}

/**
 * Edits with which the map would say what customers do, for the gap of this id (see `JourneyGap`). Empty where no map can say
 * it: customers who leave, steps that go wrong, gaps of steps that are gone. A proposal: nobody loses a promise unasked.
 */
export function acceptGap(contract: JourneyContract, gap: string, { after, nineOfTenMs }: GapContext): readonly Edit[] {
  const [kind = '', ...rest] = gap.split(':');
  const what = rest.join(':');
  const step = findStep(contract, what);
  const edits = ((): readonly Edit[] => {
    switch (kind) {
      case 'we-skipped':
      case 'partner-skipped':
        return step === null
          ? []
          : [
              { kind: 'set-step', id: step.id, field: 'isOwed', value: false },
              { kind: 'set-step', id: step.id, field: 'isOptional', value: true },
            ];
      case 'customer-skipped':
      case 'shortcut':
        return step === null ? [] : [{ kind: 'set-step', id: step.id, field: 'isOptional', value: true }];
      case 'repeat':
        return step === null ? [] : [{ kind: 'set-step', id: step.id, field: 'atMost', value: null }];
      case 'detour':
      case 'other-order':
        return step === null ? [] : inAnyOrder(contract, step.id);
      case 'other-channel':
        return otherChannel(contract, what);
      case 'late':
        return later(contract, what, nineOfTenMs);
      case 'not-on-map':
        return newStep(contract, what, after);
      case 'rule':
        return contract.rules.some(({ id }) => id === what) ? [{ kind: 'remove-rule', id: what }] : [];
      default:
        return [];
    }
  })();
  return isWhole(applyEdits(contract, edits).contract) ? edits : [];
}

/** The step and the one before it in the same place may come in any order; the first of a place with the one behind it. */
function inAnyOrder(contract: JourneyContract, id: string): readonly Edit[] {
  const found = findBlock(contract, id);
  if (found === null) return [];
  const inside = [...contract.stages, ...groups(contract)].find((place) => place.id === found.into);
  const isGroupThatOrders = inside !== undefined && 'kind' in inside && inside.kind !== 'repeat';
  if (inside === undefined || isGroupThatOrders || inside.blocks.length < 2) return [];
  const at = inside.blocks.findIndex((block) => block.id === id);
  const first = inside.blocks[Math.max(0, at - 1)];
  const second = inside.blocks[Math.max(1, at)];
  if (first === undefined || second === undefined) return [];
  const group = freshId(contract, `${first.id}-and-${second.id}`);
  return [
    {
      kind: 'add-block',
      block: { kind: 'any-order', id: group, isOptional: false, atMost: null, blocks: [] },
      into: found.into,
      after: at <= 1 ? null : (inside.blocks[at - 2]?.id ?? null),
    },
    { kind: 'move-block', id: first.id, into: group, after: null },
    { kind: 'move-block', id: second.id, into: group, after: first.id },
  ];
}

function groups(contract: JourneyContract) {
  const all = new Map(
    placedSteps(contract).flatMap((placed) => placed.groups.map((group) => [group.id, group] as const)),
  );
  return [...all.values()];
}

function otherChannel(contract: JourneyContract, what: string): readonly Edit[] {
  const [id = '', ...rest] = what.split(':');
  const step = findStep(contract, id);
  const channel = rest.join(':');
  if (step === null || channel === '' || step.channels.length === 0 || step.channels.includes(channel)) return [];
  return [{ kind: 'set-step', id, field: 'channels', value: [...step.channels, channel] }];
}

function later(contract: JourneyContract, id: string, nineOfTenMs: number | null): readonly Edit[] {
  const promise = contract.promises.find((one) => one.id === id);
  if (promise === undefined || nineOfTenMs === null) return [];
  const withinMs = friendlyDuration(nineOfTenMs) ?? nineOfTenMs;
  return withinMs <= promise.withinMs ? [] : [{ kind: 'set-promise', id, field: 'withinMs', value: withinMs }];
}

function newStep(contract: JourneyContract, activity: string, after: string | null): readonly Edit[] {
  const before = after === null ? null : findBlock(contract, after);
  const into = before?.into ?? contract.stages[0]?.id;
  if (activity === '' || into === undefined) return [];
  const step = {
    ...blankStep(freshId(contract, activity), activity.slice(0, 300)),
    isOptional: true,
    atMost: null,
    matchers: [{ events: [activity], where: [], channels: [] }],
  };
  return [{ kind: 'add-block', block: step, into, after: before === null ? null : after }];
}

/** An id that nothing has yet, as near to the words as ids may be. */
function freshId(contract: JourneyContract, words: string): string {
  const taken = new Set([
    ...contract.stages.map(({ id }) => id),
    ...groups(contract).map(({ id }) => id),
    ...placedSteps(contract).map(({ step }) => step.id),
  ]);
  const slug =
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'new-step';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(id) && !(id in {})) return id;
  }
}
