import { type Block, type Card, type JourneyContract, LANE_KINDS, type Matcher, type Rule } from '@continuo/core';
import fc from 'fast-check';
import { LANE_TITLES } from '../file/words.ts';

// Texts that trip up writers of YAML: colons, hashes, quotes, numbers, words that mean true, evidence in brackets, other scripts.
const NASTY = [
  'I order',
  'a: b',
  '- x',
  '# no',
  'true',
  'null',
  '~',
  '1.10',
  '0x1F',
  '-1',
  '1e3',
  'yes',
  '@at',
  '%x',
  '{a}',
  '[we measured]',
  'x [we heard (3, 2026-01)]',
  "it's",
  '"q"',
  ' lead',
  'trail ',
  '旅に出る',
  'é',
  '👍',
  '<<',
  '__proto__',
  '*a',
  '&a',
  '!t',
  '|',
  '>',
  'x #y',
  'ends:',
  '2026-10-01',
  '.5',
  '=',
  '?',
  'case',
  'I pay',
  'a, b',
  '\u00a0',
  '\u200b',
];
const title = fc
  .oneof(fc.constantFrom(...NASTY), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }))
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '·'));
const text = fc.oneof(
  title,
  fc.tuple(title, title).map((parts) => parts.join('\n')),
  fc.constant('a\n\n  b\n'),
);
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 });
const few = <T>(one: fc.Arbitrary<T>, minLength = 0) => fc.array(one, { minLength, maxLength: 2 });
const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,5}$/).filter((id) => !(id in {}));
const key = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,4}[a-z0-9])?$/);
const ms = fc.oneof(
  fc.constantFrom(60_000, 5_400_000, 86_400_000, 864_000_000),
  fc.integer({ min: 1, max: 3_155_760_000_000 }),
);
const atMost = fc.constantFrom(1, 1, 1, 2, 30, null);
const day = fc.constantFrom('2026-10-01', '2027-02-28');

const condition = fc.oneof(
  fc.record({
    property: title,
    test: fc.constantFrom('is' as const, 'is-not' as const),
    values: few(fc.oneof(text, fc.constant('')), 1),
  }),
  fc.record({
    property: fc.constantFrom('2', '1', 'vip', '__proto__'),
    test: fc.constant('exists' as const),
    values: fc.constant([]),
  }),
);
const matcher: fc.Arbitrary<Matcher> = fc.record({
  events: few(title, 1),
  where: few(condition),
  channels: few(title),
});
const evidence = fc.oneof(
  fc.constant({ kind: 'think' as const }),
  fc.constant({ kind: 'measured' as const }),
  fc.record({
    kind: fc.constant('heard' as const),
    n: fc.integer({ min: 1, max: 10_000_000 }),
    when: fc.constantFrom('2026-10', '2026-10-09'),
  }),
);

/** Fills in ids that the whole map must share, and cells that name its lanes. */
interface Wanted {
  readonly blocks: readonly WantedBlock[];
  readonly title: string;
}
type WantedBlock =
  | { readonly kind: 'step'; readonly fields: Record<string, unknown>; readonly cells: readonly WantedCell[] }
  | {
      readonly kind: 'choice' | 'any-order' | 'repeat';
      readonly isOptional: boolean;
      readonly atMost: number | null;
      readonly blocks: readonly WantedBlock[];
    };
interface WantedCell {
  readonly lane: number;
  readonly cards: readonly { readonly text: string; readonly evidence: Card['evidence']; readonly usual: boolean }[];
}

const { block } = fc.letrec<{ block: WantedBlock; step: WantedBlock; group: WantedBlock }>((tie) => ({
  step: fc.record({
    kind: fc.constant('step' as const),
    fields: fc.record({
      title,
      actor: fc.constantFrom('customer', 'us', 'partner'),
      isOwed: fc.boolean(),
      isOptional: fc.boolean(),
      atMost,
      ends: fc.constantFrom(null, null, 'goal', 'goal-either-way', 'failure'),
      matters: fc.boolean(),
      touchpoint: some(key),
      matchers: few(matcher),
      failures: few(matcher),
      channels: few(title),
      brand: some(title),
      country: some(title),
      partner: some(title),
      owner: some(title),
    }),
    cells: few(
      fc.record({
        lane: fc.nat(3),
        cards: few(fc.record({ text: text.filter((said) => said !== ''), evidence, usual: fc.boolean() })),
      }),
    ),
  }),
  group: fc.record({
    kind: fc.constantFrom('choice' as const, 'any-order' as const, 'repeat' as const),
    isOptional: fc.boolean(),
    atMost,
    blocks: few(tie('block')),
  }),
  block: fc.oneof({ maxDepth: 2, withCrossShrink: true }, tie('step'), tie('step'), tie('group')),
}));

/** A map of any shape that the schema allows, small; everything it names exists in it. */
export const anyContract: fc.Arbitrary<JourneyContract> = fc
  .record({
    head: fc.record({
      key,
      title,
      level: fc.constantFrom('lifecycle' as const, 'journey' as const, 'sub-journey' as const),
      parent: some(key),
      leadsTo: few(key),
      meantFor: few(title),
      brand: some(title),
      country: some(title),
      partner: some(title),
      owner: some(title),
      review: some(fc.record({ everyDays: fc.integer({ min: 1, max: 3_660 }), nextDay: some(day) })),
      status: fc.constantFrom('draft' as const, 'live' as const, 'retired' as const),
      question: some(title),
      isClosed: fc.boolean(),
    }),
    passage: fc.record({
      by: fc.constantFrom('case' as const, 'property' as const, 'silence' as const),
      property: some(title),
      silenceMs: ms,
      atMostMs: some(ms),
      again: fc.constantFrom('after-end' as const, 'at-start' as const, 'once' as const),
    }),
    ids: fc.uniqueArray(word, { minLength: 60, maxLength: 60 }),
    lanes: fc.uniqueArray(
      fc.record({ kind: fc.constantFrom(...LANE_KINDS.filter((kind) => kind !== 'image')), title: some(title) }),
      { maxLength: 4, selector: ({ kind }) => kind },
    ),
    stages: fc.array(fc.record({ title, blocks: few(block) }), { maxLength: 3 }),
    links: fc.record({
      ms,
      says: some(title),
      kinds: fc.subarray(['absent', 'ends', 'response', 'xor', 'within'] as const),
    }),
  })
  .map(({ head, passage, ids, lanes: wantedLanes, stages: wanted, links }) => {
    let next = 0;
    const id = (): string => ids[next++ % ids.length] ?? 'x';
    const lanes = wantedLanes.map((lane) =>
      lane.title === null
        ? { id: lane.kind, kind: lane.kind, title: LANE_TITLES[lane.kind] }
        : { id: id(), kind: lane.kind, title: lane.title },
    );
    const steps: string[] = [];
    let cards = 0;
    const built = (one: WantedBlock): Block => {
      const own = `${id()}${next}`;
      if (one.kind !== 'step') return { ...one, id: own, blocks: one.blocks.map(built) };
      steps.push(own);
      const cells = one.cells.flatMap((cell) => {
        const lane = lanes[cell.lane]?.id;
        const filled = cell.cards.map(({ text: says, evidence: rests, usual }, i) => ({
          id: usual ? `${own}-${lane}-${i + 1}` : `card${cards++}`,
          text: says,
          evidence: rests,
        }));
        return lane === undefined ? [] : [[lane, filled] as const];
      });
      return { kind: 'step', id: own, ...one.fields, cells: Object.fromEntries(cells) } as unknown as Block;
    };
    const stages = (wanted satisfies readonly Wanted[]).map((stage) => ({
      id: `${id()}${next}s`,
      title: stage.title,
      blocks: stage.blocks.map(built),
    }));
    const [a, b = a] = steps;
    const rules = (a === undefined || b === undefined ? [] : links.kinds).map((kind, i): Rule => {
      const own = `r${i}`;
      const [from = '', to = ''] = [a, b];
      if (kind === 'within') return { id: own, kind, a: from, b: to, withinMs: links.ms };
      return kind === 'absent' || kind === 'ends' ? { id: own, kind, step: from } : { id: own, kind, a: from, b: to };
    });
    const promises =
      a === undefined || b === undefined ? [] : [{ id: 'p', from: a, to: b, withinMs: links.ms, says: links.says }];
    return { ...head, passage: { ...passage, starts: steps.slice(0, 1) }, stages, lanes, promises, rules };
  });
