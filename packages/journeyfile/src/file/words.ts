import type { LaneKind } from '@continuo/core';

/** Keys of the file, in the order in which they are written. */
export const JOURNEY_KEYS = [
  'journey',
  'key',
  'level',
  'parent',
  'leads to',
  'for',
  'brand',
  'country',
  'partner',
  'owner',
  'review',
  'status',
  'question',
  'passage',
  'closed',
  'lanes',
  'stages',
  'promises',
  'rules',
] as const;
export const STAGE_KEYS = ['stage', 'id', 'steps'] as const;
export const STEP_KEYS = [
  'step',
  'id',
  'by',
  'owed',
  'optional',
  'again',
  'ends',
  'matters',
  'touchpoint',
  'events',
  'went wrong',
  'channels',
  'brand',
  'country',
  'partner',
  'owner',
  'lanes',
] as const;
/** One of them · all of them in any order · all in this order, again and again · all in this order, once. */
export const GROUP_WORDS = ['choice', 'any order', 'repeat', 'steps'] as const;
export const GROUP_KEYS = ['id', 'optional', 'again'] as const;
export const MATCHER_KEYS = ['event', 'where', 'channels'] as const;
export const CARD_KEYS = ['text', 'evidence', 'id'] as const;
export const LANE_KEYS = ['lane', 'kind', 'id'] as const;
export const PROMISE_KEYS = ['from', 'to', 'within', 'says', 'id'] as const;
export const PASSAGE_KEYS = ['by', 'property', 'silence', 'at most', 'starts', 'again'] as const;
export const REVIEW_KEYS = ['every', 'next'] as const;
export const ONE_STEP_RULES = ['absent', 'contains', 'starts', 'ends'] as const;
export const TWO_STEP_RULES = ['response', 'precedence', 'succession', 'xor'] as const;
export const RULE_KEYS = [...ONE_STEP_RULES, ...TWO_STEP_RULES, 'within', 'id'] as const;

export const LEVELS = ['lifecycle', 'journey', 'sub-journey'] as const;
export const STATUSES = ['draft', 'live', 'retired'] as const;
export const ACTORS = ['customer', 'us', 'partner'] as const;
/** How the file says `ends` of a step; the position is that of `ENDS_VALUES`. */
export const ENDS = ['goal', 'goal either way', 'failure'] as const;
export const ENDS_VALUES = ['goal', 'goal-either-way', 'failure'] as const;
export const PASSAGE_BY = ['case', 'property', 'silence'] as const;
/** How the file says `again` of a passage; the position is that of `PASSAGE_AGAIN_VALUES`. */
export const PASSAGE_AGAIN = ['after an end', 'at every start', 'once'] as const;
export const PASSAGE_AGAIN_VALUES = ['after-end', 'at-start', 'once'] as const;

/** A passage that says nothing of it ends after thirty days without a touch. */
export const USUAL_SILENCE_MS = 30 * 86_400_000;

/** How a lane is called when only its kind is given. */
export const LANE_TITLES: Readonly<Record<LaneKind, string>> = {
  actions: 'What they do',
  thoughts: 'What they think',
  emotion: 'How it should feel',
  expectations: 'What they expect',
  promises: 'What we promise',
  pains: 'What hurts',
  gains: 'What helps',
  frontstage: 'What they see of us',
  backstage: 'What happens behind',
  systems: 'Systems',
  owner: 'Who answers for it',
  kpi: 'What we aim for',
  quotes: 'In their words',
  text: 'Notes',
  image: 'Pictures',
};
