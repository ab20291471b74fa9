import type { Block, JourneyContract, Matcher, Touchpoint } from '@continuo/core';
import { LANE_KINDS } from '@continuo/core';
import { z } from 'zod';

/** How large a map may be; a file that exceeds one of these is refused with the number in its message. */
export const JOURNEY_LIMITS = {
  stages: 60,
  steps: 300,
  /** Groups inside groups. */
  depth: 6,
  lanes: 40,
  cardsInCell: 50,
  promises: 100,
  rules: 100,
  matchers: 50,
  events: 200,
  conditions: 20,
  values: 200,
  title: 300,
  text: 4_000,
  /** Characters of an image given as `data:` address: about 300 kB. */
  image: 400_000,
  /** A hundred years. */
  durationMs: 36_525 * 86_400_000,
} as const;

const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'must be one line without control characters');
const title = line(JOURNEY_LIMITS.title);
const label = line(200).nullable();
const anyText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u, 'must not hold control characters');

/** Key of a journey or touchpoint. */
export const journeyKeySchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'must be 1 to 60 lower-case letters, digits and hyphens');

/** Id of a stage, step, group, lane, card, promise or rule; names every object has by nature are refused. */
export const journeyIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/, 'must be 1 to 80 letters, digits, hyphens or underscores')
  .refine((id) => !(id in {}), 'is a reserved word');

const id = journeyIdSchema;
const channels = z.array(line(200)).max(50);
const durationMs = z.number().int().min(1).max(JOURNEY_LIMITS.durationMs);
const atMost = z.number().int().min(1).max(10_000).nullable();

const conditionSchema = z
  .strictObject({
    property: line(500),
    test: z.enum(['is', 'is-not', 'exists']),
    values: z.array(anyText(1000)).max(JOURNEY_LIMITS.values),
  })
  .refine(
    ({ test, values }) => (test === 'exists' ? values.length === 0 : values.length > 0),
    '`exists` takes no values, `is` and `is-not` at least one',
  );

export const matcherSchema = z.strictObject({
  events: z.array(line(500)).min(1).max(JOURNEY_LIMITS.events),
  where: z.array(conditionSchema).max(JOURNEY_LIMITS.conditions),
  channels,
}) satisfies z.ZodType<Matcher>;

const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('think') }),
  z.strictObject({
    kind: z.literal('heard'),
    n: z.number().int().min(1).max(10_000_000),
    when: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/, 'must be YYYY-MM or YYYY-MM-DD'),
  }),
  z.strictObject({ kind: z.literal('measured') }),
]);

export const cardSchema = z.strictObject({
  id,
  text: anyText(JOURNEY_LIMITS.image).min(1),
  evidence: evidenceSchema,
});

export const stepSchema = z.strictObject({
  kind: z.literal('step'),
  id,
  title,
  actor: z.enum(['customer', 'us', 'partner']),
  isOwed: z.boolean(),
  isOptional: z.boolean(),
  atMost,
  ends: z.enum(['goal', 'goal-either-way', 'failure']).nullable(),
  matters: z.boolean(),
  touchpoint: journeyKeySchema.nullable(),
  matchers: z.array(matcherSchema).max(JOURNEY_LIMITS.matchers),
  failures: z.array(matcherSchema).max(JOURNEY_LIMITS.matchers),
  channels,
  brand: label,
  country: label,
  partner: label,
  owner: label,
  cells: z.record(id, z.array(cardSchema).max(JOURNEY_LIMITS.cardsInCell)),
});

/** The fields of a group that are not its blocks. */
export const groupFieldsSchema = z.strictObject({
  kind: z.enum(['choice', 'any-order', 'repeat']),
  id,
  isOptional: z.boolean(),
  atMost,
});

/** A step or a group of them, to any depth; `journeyContractSchema` limits the depth. */
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  stepSchema,
  z.strictObject({
    ...groupFieldsSchema.shape,
    get blocks(): z.ZodType<readonly Block[]> {
      return z.array(blockSchema).max(JOURNEY_LIMITS.steps);
    },
  }),
]);

export const stageSchema = z.strictObject({ id, title, blocks: z.array(blockSchema).max(JOURNEY_LIMITS.steps) });
export const laneSchema = z.strictObject({ id, kind: z.enum(LANE_KINDS), title });

export const timePromiseSchema = z.strictObject({
  id,
  from: id,
  to: id,
  withinMs: durationMs,
  says: line(JOURNEY_LIMITS.text).nullable(),
});

export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.enum(['absent', 'contains', 'starts', 'ends']), step: id }),
  z.strictObject({ id, kind: z.enum(['response', 'precedence', 'succession', 'xor']), a: id, b: id }),
  z.strictObject({ id, kind: z.literal('within'), a: id, b: id, withinMs: durationMs }),
]);

export const passageSchema = z.strictObject({
  by: z.enum(['case', 'property', 'silence']),
  property: line(500).nullable(),
  silenceMs: durationMs,
  atMostMs: durationMs.nullable(),
  starts: z.array(id).max(JOURNEY_LIMITS.steps),
  again: z.enum(['after-end', 'at-start', 'once']),
});

/** The fields of a map one by one; `journeyContractSchema` also holds them against each other. */
export const journeyFieldsSchema = z.strictObject({
  key: journeyKeySchema,
  title,
  level: z.enum(['lifecycle', 'journey', 'sub-journey']),
  parent: journeyKeySchema.nullable(),
  leadsTo: z.array(journeyKeySchema).max(50),
  meantFor: z.array(line(200)).max(50),
  brand: label,
  country: label,
  partner: label,
  owner: label,
  review: z
    .strictObject({
      everyDays: z.number().int().min(1).max(3_660),
      nextDay: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be YYYY-MM-DD')
        .nullable(),
    })
    .nullable(),
  status: z.enum(['draft', 'live', 'retired']),
  question: line(500).nullable(),
  passage: passageSchema,
  isClosed: z.boolean(),
  stages: z.array(stageSchema).max(JOURNEY_LIMITS.stages),
  lanes: z.array(laneSchema).max(JOURNEY_LIMITS.lanes),
  promises: z.array(timePromiseSchema).max(JOURNEY_LIMITS.promises),
  rules: z.array(ruleSchema).max(JOURNEY_LIMITS.rules),
});

/**
 * A whole map, strictly: unknown fields, missing fields and sizes beyond `JOURNEY_LIMITS` are refused. What it says about
 * itself (a promise to a step that does not exist, …) is the business of `checkContract`, for a draft may be unfinished.
 */
export const journeyContractSchema: z.ZodType<JourneyContract> = journeyFieldsSchema.superRefine(
  (contract, context) => {
    const add = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
    const images = new Set(contract.lanes.flatMap((lane) => (lane.kind === 'image' ? [lane.id] : [])));
    let steps = 0;
    const visit = (blocks: readonly Block[], path: (string | number)[], depth: number): void => {
      if (depth > JOURNEY_LIMITS.depth) add(`groups stand at most ${JOURNEY_LIMITS.depth} deep`, path);
      else
        blocks.forEach((block, i) => {
          if (block.kind !== 'step') visit(block.blocks, [...path, i, 'blocks'], depth + 1);
          else {
            steps += 1;
            for (const [lane, cards] of Object.entries(block.cells))
              cards.forEach((card, place) => {
                const says = cardProblem(card.text, images.has(lane));
                if (says) add(says, [...path, i, 'cells', lane, place, 'text']);
              });
          }
        });
    };
    contract.stages.forEach((stage, i) => {
      visit(stage.blocks, ['stages', i, 'blocks'], 0);
    });
    if (steps > JOURNEY_LIMITS.steps) add(`at most ${JOURNEY_LIMITS.steps} steps, there are ${steps}`, ['stages']);
  },
);

function cardProblem(text: string, isImage: boolean): string | null {
  if (!isImage) return text.length > JOURNEY_LIMITS.text ? `must be at most ${JOURNEY_LIMITS.text} characters` : null;
  // SVG is left out: as a document it may run scripts.
  return /^https:\/\/[^\s]+$|^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/.test(text)
    ? null
    : 'an image is an https: address, or a data: address of a PNG, JPEG, GIF or WebP';
}

export const touchpointSchema = z.strictObject({
  key: journeyKeySchema,
  title,
  kind: z.enum(['owned', 'partner', 'earned']),
  channels,
  matchers: z.array(matcherSchema).max(JOURNEY_LIMITS.matchers),
  owner: label,
}) satisfies z.ZodType<Touchpoint>;
