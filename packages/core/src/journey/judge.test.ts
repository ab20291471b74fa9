import { expect, test } from 'vitest';
import { compileMap } from './compile.ts';
import type { Block, Step } from './contract.ts';
import { judgeTouches, mapHash } from './judge.ts';
import { contractOf, on, step } from './test-kit.ts';
import { symbolOf } from './touch.ts';

const IDS = ['ask', 'pay', 'bag', 'end'];
const NUMBERS = new Map(IDS.map((id, i) => [id, i + 1]));
const failing = { failures: [on('no')] };
const bag: Partial<Step> = { actor: 'partner', isOwed: true, ...failing };

const BLOCKS: Readonly<Record<string, readonly Block[]>> = {
  once: [step('ask'), step('pay', failing), step('bag', bag), step('end', { ends: 'goal' })],
  often: [step('ask'), step('pay', { ...failing, atMost: null }), step('end', { ends: 'goal' })],
  optional: [step('ask'), step('bag', { ...bag, isOptional: true }), step('end', { ends: 'goal' })],
  unseen: [step('ask'), step('bag', { ...bag, matchers: [] }), step('pay', { matchers: [] }), step('end')],
  choice: [
    step('ask'),
    { kind: 'choice', id: 'way', isOptional: false, atMost: null, blocks: [step('pay'), step('bag', bag)] },
    step('end', { ends: 'goal' }),
  ],
  twice: [
    { kind: 'repeat', id: 'round', isOptional: false, atMost: 2, blocks: [step('ask'), step('pay')] },
    step('end', { ends: 'failure' }),
  ],
  mixed: [
    { kind: 'any-order', id: 'both', isOptional: true, atMost: null, blocks: [step('ask'), step('pay')] },
    step('end', { ends: 'goal' }),
  ],
  empty: [{ kind: 'choice', id: 'none', isOptional: false, atMost: null, blocks: [] }],
};

/** `bag` a touch, `bag!` one that failed, `bag~` one by another channel. */
const read = (touches: string): number[] =>
  touches
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      symbolOf({
        step: NUMBERS.get(word.replace(/[!~]/, '')) as number,
        isFailed: word.endsWith('!'),
        isOtherChannel: word.endsWith('~'),
      }),
    );

test.each([
  // map, touches, under way, cost, reached, labels, skips
  ['once', 'ask pay bag end', false, 0, 'goal', 'as-planned as-planned as-planned as-planned', ''],
  ['once', 'ask~ pay~ bag end', false, 0, 'goal', 'as-planned as-planned as-planned as-planned', ''],
  ['once', 'ask pay bag! end', false, 1, 'goal', 'as-planned as-planned broken as-planned', 'bag@2 partner-skipped'],
  ['once', 'ask pay bag! bag end', false, 1, 'goal', 'as-planned as-planned repeat as-planned as-planned', ''],
  ['once', 'ask pay! pay bag end', false, 1, 'goal', 'as-planned repeat as-planned as-planned as-planned', ''],
  ['once', 'ask pay! bag end', false, 1, 'goal', 'as-planned broken as-planned as-planned', 'pay@1 shortcut'],
  ['once', 'ask pay!', false, 3, null, 'as-planned broken', 'pay@1 customer-skipped, bag@2 left, end@2 left'],
  ['once', 'ask pay!', true, 1, null, 'as-planned broken', 'pay@1 customer-skipped'],
  ['once', '', false, 4, null, '', 'ask@0 left, pay@0 left, bag@0 left, end@0 left'],
  ['once', '', true, 0, null, '', ''],
  ['once', 'ask pay bag end!', false, 2, null, 'as-planned as-planned as-planned detour', 'end@4 left'],
  ['often', 'ask pay! pay end', false, 1, 'goal', 'as-planned broken as-planned as-planned', 'pay@1 shortcut'],
  ['optional', 'ask bag! end', false, 1, 'goal', 'as-planned broken as-planned', 'bag@1 partner-skipped'],
  ['optional', 'ask end', false, 0, 'goal', 'as-planned as-planned', ''],
  // Nobody can be blamed for what nobody can see, but what is seen to fail did fail.
  ['unseen', 'ask end', false, 0, null, 'as-planned as-planned', ''],
  ['unseen', 'ask bag! end', false, 1, null, 'as-planned broken as-planned', 'bag@1 partner-skipped'],
  ['choice', 'ask pay end', false, 0, 'goal', 'as-planned as-planned as-planned', ''],
  ['choice', 'ask bag! end', false, 1, 'goal', 'as-planned broken as-planned', 'bag@1 partner-skipped'],
  ['twice', 'ask pay ask pay end', false, 0, 'failure', 'as-planned as-planned as-planned as-planned as-planned', ''],
  ['mixed', 'pay ask end', false, 0, 'goal', 'as-planned as-planned as-planned', ''],
  ['mixed', 'end', false, 0, 'goal', 'as-planned', ''],
  ['empty', 'ask', false, 1, null, 'detour', ''],
] as const)('%s: %s (under way: %s)', (map, touches, isOpen, cost, reached, labels, skips) => {
  const compiled = compileMap(contractOf(BLOCKS[map] as readonly Block[]), NUMBERS);
  const symbols = read(touches);
  const [judged] = judgeTouches(compiled, [symbols], isOpen);
  expect(judged?.touches.join(' ')).toBe(labels);
  expect(judged?.skips.map(({ step, label, before }) => `${IDS[step - 1]}@${before} ${label}`).join(', ')).toBe(skips);
  expect(judged).toMatchObject({ symbols, isOpen, cost, reached });
});

test('a map that judges otherwise has another hash, one that says it otherwise has not', () => {
  const hash = (blocks: readonly Block[]) => mapHash({ contract: contractOf(blocks), numbers: NUMBERS });
  expect(hash([step('ask')])).toBe(hash([step('ask', { title: 'I ask', matchers: [on('other')] })]));
  const others = [
    [step('pay')],
    [step('ask', { isOwed: true })],
    [step('ask', { ends: 'goal' })],
    [step('ask', failing)],
    [step('ask'), step('pay')],
  ];
  expect(new Set([[step('ask')], ...others].map(hash)).size).toBe(6);
});
