import { LANE_KINDS } from '@continuo/core';
import {
  ACTORS,
  ENDS,
  GROUP_WORDS,
  LEVELS,
  ONE_STEP_RULES,
  PASSAGE_AGAIN,
  PASSAGE_BY,
  STATUSES,
  TWO_STEP_RULES,
} from '../file/words.ts';
import { fields, list, oneOf, ref, type Schema, said } from './parts.ts';

const text = ref('text');
const texts = ref('texts');
const flag: Schema = { enum: [true, false, 'yes', 'no'] };
const id = said('Given once and kept when the title changes; made from the title when left out.', ref('id'));

const GROUP_SAYS: Readonly<Record<(typeof GROUP_WORDS)[number], string>> = {
  choice: 'One of these.',
  'any order': 'All of these, in any order.',
  repeat: 'All of these in this order, again and again; “again” says how often at most.',
  steps: 'All of these in this order, once; useful inside a choice.',
};

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  text: { type: ['string', 'number', 'boolean'] },
  texts: { anyOf: [text, list(text)] },
  id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$' },
  duration: said('Such as “10 days”, “90 min” or “1 day 12 h”.', {
    type: 'string',
    pattern: '^\\s*(?:\\d+(?:\\.\\d+)?\\s*[A-Za-z]+(?:\\s*(?:,|and)?\\s+|\\s*$))+$',
  }),
  again: said('How often in all: “3 times”, “any number”, “once”.', { type: ['string', 'integer', 'boolean'] }),
  events: said('Names of the events, any of them; or a list with conditions.', {
    anyOf: [texts, ref('matcher'), list({ anyOf: [texts, ref('matcher')] })],
  }),
  matcher: fields({ event: texts, where: ref('where'), channels: texts }, ['event']),
  where: said('Properties and what they must be.', {
    anyOf: [
      { type: 'object', additionalProperties: ref('test') },
      list({ type: 'object', additionalProperties: ref('test') }),
    ],
  }),
  test: {
    anyOf: [
      texts,
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
        properties: { is: texts, not: texts, exists: { enum: [true, 'yes'] } },
      },
    ],
  },
  card: {
    anyOf: [
      text,
      fields(
        {
          text,
          evidence: said('“we think”, “we heard (14, 2026-10)” or “we measured”.', {
            type: 'string',
            pattern: '^\\s*we (think|measured|heard \\(?\\d{1,8}, \\d{4}-\\d{2}(-\\d{2})?\\)?)\\s*$',
          }),
          id,
        },
        ['text'],
      ),
    ],
  },
  cells: said('Cards by lane.', {
    type: 'object',
    additionalProperties: { anyOf: [ref('card'), list(ref('card'))] },
  }),
  block: { anyOf: [text, ref('step'), ...GROUP_WORDS.map(ref)] },
  blocks: { anyOf: [{ type: 'string' }, list(ref('block')), { type: 'null' }] },
  step: fields(
    {
      step: said('In the words of the customer: “I order”.', text),
      id,
      by: said('Who acts; left out: the customer, or us when it is owed.', oneOf(ACTORS)),
      owed: said('The customer is owed it: leaving it out is a broken promise.', flag),
      optional: flag,
      again: ref('again'),
      ends: said(
        '“goal”: they have what they came for. “goal either way”: also when this step itself went wrong. “failure”: they have not, and it is over.',
        oneOf(ENDS),
      ),
      matters: said('A moment that matters; at most three in a map.', flag),
      touchpoint: said('Key of a touchpoint in the catalogue.', text),
      events: ref('events'),
      'went wrong': said('Events that say that this step failed.', ref('events')),
      channels: said('Channels it is meant for; left out: any.', texts),
      brand: text,
      country: text,
      partner: text,
      owner: text,
      lanes: ref('cells'),
    },
    ['step'],
  ),
  ...Object.fromEntries(
    GROUP_WORDS.map((word) => [
      word,
      said(GROUP_SAYS[word], fields({ [word]: ref('blocks'), id, optional: flag, again: ref('again') }, [word])),
    ]),
  ),
  stage: fields({ stage: text, id, steps: ref('blocks') }, ['stage']),
  lane: {
    anyOf: [oneOf(LANE_KINDS), fields({ lane: text, kind: oneOf(LANE_KINDS), id }, [])],
  },
  promise: fields(
    {
      from: said('A step, by id or title.', text),
      to: said('A step, by id or title.', text),
      within: ref('duration'),
      says: said('What customers are told; left out: only we know.', text),
      id,
    },
    ['from', 'to', 'within'],
  ),
  rule: {
    anyOf: [
      ...ONE_STEP_RULES.map((kind) => fields({ [kind]: text, id }, [kind])),
      ...TWO_STEP_RULES.map((kind) =>
        fields(
          {
            [kind]: { ...list(text), minItems: 2, maxItems: 2 },
            ...(kind === 'response' ? { within: ref('duration') } : {}),
            id,
          },
          [kind],
        ),
      ),
    ],
  },
};

const PASSAGE: Schema = {
  anyOf: [
    { enum: ['case', 'silence'] },
    ref('duration'),
    fields(
      {
        by: oneOf(PASSAGE_BY),
        property: said('Property of the events that tells passages apart, such as order_id.', text),
        silence: said('After this long without a touch it is over; 30 days when left out.', ref('duration')),
        'at most': ref('duration'),
        starts: said('Steps that may begin it; left out: any.', texts),
        again: oneOf(PASSAGE_AGAIN),
      },
      [],
    ),
  ],
};

const REVIEW: Schema = {
  anyOf: [
    { type: 'string', pattern: '^\\s*every \\d{1,4} days?(, next \\d{4}-\\d{2}-\\d{2})?\\s*$' },
    fields({ every: ref('duration'), next: text }, ['every']),
  ],
};

/** The JSON Schema (draft 2020-12) of a map as a file, for editors that complete and check while one types. */
export function journeySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A customer journey',
    ...fields(
      {
        journey: said('Title in the words of the customer: “I order and it arrives”.', text),
        key: said('Unique: lower-case letters, digits and hyphens; made from the title when left out.', {
          type: 'string',
          pattern: '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$',
        }),
        level: oneOf(LEVELS),
        parent: said('Key of the journey one level up.', text),
        'leads to': said('Keys of journeys that customers often go on to.', texts),
        for: said('Whom it is meant for; left out: everybody.', texts),
        brand: text,
        country: text,
        partner: text,
        owner: said('Who answers for it.', text),
        review: said('“every 90 days” or “every 90 days, next 2026-12-01”.', REVIEW),
        status: oneOf(STATUSES),
        question: said('The one question to ask customers.', text),
        passage: said('How one passage is told from the next.', PASSAGE),
        closed: said('Touches that are not on the map count against it.', flag),
        lanes: list(ref('lane')),
        stages: {
          anyOf: [list(ref('stage')), { type: 'object', additionalProperties: ref('blocks') }],
        },
        promises: list(ref('promise')),
        rules: list(ref('rule')),
      },
      ['journey'],
    ),
    $defs: DEFINITIONS,
  };
}
