import type { Block, Card, Group, JourneyContract, Lane, Passage, Rule, Stage, Step, TimePromise } from './contract.ts';

/** Fields of the journey itself that an edit may set. Its key never changes: it is its address. */
export const JOURNEY_FIELDS = [
  'title',
  'level',
  'parent',
  'leadsTo',
  'meantFor',
  'brand',
  'country',
  'partner',
  'owner',
  'review',
  'status',
  'question',
  'isClosed',
] as const;
export const PASSAGE_FIELDS = ['by', 'property', 'silenceMs', 'atMostMs', 'starts', 'again'] as const;
export const STEP_FIELDS = [
  'title',
  'actor',
  'isOwed',
  'isOptional',
  'atMost',
  'ends',
  'matters',
  'touchpoint',
  'matchers',
  'failures',
  'channels',
  'brand',
  'country',
  'partner',
  'owner',
] as const;
export const GROUP_FIELDS = ['kind', 'isOptional', 'atMost'] as const;
export const LANE_FIELDS = ['kind', 'title'] as const;
export const CARD_FIELDS = ['text', 'evidence'] as const;
export const PROMISE_FIELDS = ['from', 'to', 'withinMs', 'says'] as const;

/** A value for one field of a thing: two who set different fields both keep theirs, of the same field the later one counts. */
type Setting<Kind extends string, Thing, Field extends keyof Thing> = {
  [Name in Field]: { readonly kind: Kind; readonly field: Name; readonly value: Thing[Name] };
}[Field];
type Named = { readonly id: string };

/**
 * One change of a draft. Places are told by what stands before: `after` null is the first place; when it is gone meanwhile,
 * the last. `into` is a stage or a group. Ids of new things come from whoever adds them.
 */
export type Edit =
  | Setting<'set-journey', JourneyContract, (typeof JOURNEY_FIELDS)[number]>
  | Setting<'set-passage', Passage, (typeof PASSAGE_FIELDS)[number]>
  | { readonly kind: 'add-stage'; readonly stage: Stage; readonly after: string | null }
  | { readonly kind: 'remove-stage'; readonly id: string }
  | { readonly kind: 'move-stage'; readonly id: string; readonly after: string | null }
  | { readonly kind: 'set-stage'; readonly id: string; readonly field: 'title'; readonly value: string }
  | { readonly kind: 'add-block'; readonly block: Block; readonly into: string; readonly after: string | null }
  | { readonly kind: 'remove-block'; readonly id: string }
  | { readonly kind: 'move-block'; readonly id: string; readonly into: string; readonly after: string | null }
  | (Named & Setting<'set-step', Step, (typeof STEP_FIELDS)[number]>)
  | (Named & Setting<'set-group', Group, (typeof GROUP_FIELDS)[number]>)
  /** `cells`: cards by step id that come with the lane, as they were when it was removed; those of steps that are gone stay away. */
  | {
      readonly kind: 'add-lane';
      readonly lane: Lane;
      readonly after: string | null;
      readonly cells: Readonly<Record<string, readonly Card[]>>;
    }
  | { readonly kind: 'remove-lane'; readonly id: string }
  | { readonly kind: 'move-lane'; readonly id: string; readonly after: string | null }
  | (Named & Setting<'set-lane', Lane, (typeof LANE_FIELDS)[number]>)
  | {
      readonly kind: 'add-card';
      readonly card: Card;
      readonly step: string;
      readonly lane: string;
      readonly after: string | null;
    }
  | { readonly kind: 'remove-card'; readonly id: string }
  | {
      readonly kind: 'move-card';
      readonly id: string;
      readonly step: string;
      readonly lane: string;
      readonly after: string | null;
    }
  | (Named & Setting<'set-card', Card, (typeof CARD_FIELDS)[number]>)
  | { readonly kind: 'add-promise'; readonly promise: TimePromise; readonly after: string | null }
  | { readonly kind: 'remove-promise'; readonly id: string }
  | (Named & Setting<'set-promise', TimePromise, (typeof PROMISE_FIELDS)[number]>)
  | { readonly kind: 'add-rule'; readonly rule: Rule; readonly after: string | null }
  | { readonly kind: 'remove-rule'; readonly id: string }
  /** A rule is set as a whole: its fields follow from its kind. */
  | { readonly kind: 'set-rule'; readonly rule: Rule }
  /** Everything anew, as from a file or an earlier version; the key stays. */
  | { readonly kind: 'replace'; readonly contract: JourneyContract };

export type EditKind = Edit['kind'];

/** What an edit made of a draft. */
export interface Edited {
  readonly contract: JourneyContract;
  /** Takes it back, as long as nobody changed the same meanwhile; null: the edit changed nothing. */
  readonly inverse: Edit | null;
}
