import {
  CARD_FIELDS,
  type Edit,
  GROUP_FIELDS,
  JOURNEY_FIELDS,
  LANE_FIELDS,
  PASSAGE_FIELDS,
  PROMISE_FIELDS,
  STEP_FIELDS,
} from '@continuo/core';
import { z } from 'zod';
import {
  blockSchema,
  cardSchema,
  groupFieldsSchema,
  journeyIdSchema as id,
  journeyContractSchema,
  journeyFieldsSchema,
  laneSchema,
  passageSchema,
  ruleSchema,
  stageSchema,
  stepSchema,
  timePromiseSchema,
} from './journey-contract.ts';

const after = id.nullable();

/** One choice a field: its value must be what the field of that thing may hold. */
function settings(kind: string, shape: Readonly<Record<string, z.ZodType>>, fields: readonly string[], named: boolean) {
  const [first, ...rest] = fields.map((field) =>
    z.strictObject({
      kind: z.literal(kind),
      field: z.literal(field),
      value: shape[field] as z.ZodType,
      ...(named ? { id } : {}),
    }),
  );
  if (first === undefined) throw new TypeError(`${kind} sets no field`);
  return z.discriminatedUnion('field', [first, ...rest]);
}

/** One change of a draft, strictly; what it says is in `core/journey/edit.ts`. */
export const editSchema = z.discriminatedUnion('kind', [
  settings('set-journey', journeyFieldsSchema.shape, JOURNEY_FIELDS, false),
  settings('set-passage', passageSchema.shape, PASSAGE_FIELDS, false),
  z.strictObject({ kind: z.literal('add-stage'), stage: stageSchema, after }),
  z.strictObject({ kind: z.literal('remove-stage'), id }),
  z.strictObject({ kind: z.literal('move-stage'), id, after }),
  settings('set-stage', stageSchema.shape, ['title'], true),
  z.strictObject({ kind: z.literal('add-block'), block: blockSchema, into: id, after }),
  z.strictObject({ kind: z.literal('remove-block'), id }),
  z.strictObject({ kind: z.literal('move-block'), id, into: id, after }),
  settings('set-step', stepSchema.shape, STEP_FIELDS, true),
  settings('set-group', groupFieldsSchema.shape, GROUP_FIELDS, true),
  z.strictObject({
    kind: z.literal('add-lane'),
    lane: laneSchema,
    after,
    cells: z.record(id, z.array(cardSchema)).default({}),
  }),
  z.strictObject({ kind: z.literal('remove-lane'), id }),
  z.strictObject({ kind: z.literal('move-lane'), id, after }),
  settings('set-lane', laneSchema.shape, LANE_FIELDS, true),
  z.strictObject({ kind: z.literal('add-card'), card: cardSchema, step: id, lane: id, after }),
  z.strictObject({ kind: z.literal('remove-card'), id }),
  z.strictObject({ kind: z.literal('move-card'), id, step: id, lane: id, after }),
  settings('set-card', cardSchema.shape, CARD_FIELDS, true),
  z.strictObject({ kind: z.literal('add-promise'), promise: timePromiseSchema, after }),
  z.strictObject({ kind: z.literal('remove-promise'), id }),
  settings('set-promise', timePromiseSchema.shape, PROMISE_FIELDS, true),
  z.strictObject({ kind: z.literal('add-rule'), rule: ruleSchema, after }),
  z.strictObject({ kind: z.literal('remove-rule'), id }),
  z.strictObject({ kind: z.literal('set-rule'), rule: ruleSchema }),
  z.strictObject({ kind: z.literal('replace'), contract: journeyContractSchema }),
]) as unknown as z.ZodType<Edit, Edit>;
