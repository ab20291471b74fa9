import { SEGMENT_ACTIVITY } from '../formats/ndjson.ts';
import { filledColumn, fullColumn, hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';

const NO_ANSWERS = {
  score: null,
  scale: null,
  text: null,
  lifecycle: null,
  caseKey: null,
  activityName: null,
} as const;

/** Calls of the Segment shape, one a line. People without `userId` are known by `anonymousId`. */
export const recogniseSegment: Recogniser = (columns) => {
  if (!hasColumns(columns, SEGMENT_ACTIVITY)) return null;
  return {
    name: 'Segment calls',
    mapping: {
      ...NO_ANSWERS,
      // `userId` even when it is rare: rows without it fall back to `anonymousId`.
      person: filledColumn(columns, 'userId') ?? 'anonymousId',
      activity: SEGMENT_ACTIVITY,
      time: fullColumn(columns, 'timestamp', 'originalTimestamp', 'sentAt', 'receivedAt') ?? 'timestamp',
      timeFormat: 'iso',
      channel: filledColumn(columns, 'channel', 'context.channel'),
      messageId: fullColumn(columns, 'messageId'),
    },
  };
};

/** PostHog events, as its export and its capture call write them. */
export const recognisePosthog: Recogniser = (columns) => {
  if (!hasColumns(columns, 'event', 'distinct_id', 'timestamp')) return null;
  return {
    name: 'PostHog events',
    mapping: {
      ...NO_ANSWERS,
      person: 'distinct_id',
      activity: 'event',
      time: 'timestamp',
      timeFormat: 'iso',
      channel: filledColumn(columns, 'properties.$lib', '$lib'),
      messageId: fullColumn(columns, 'uuid', '$insert_id', 'properties.$insert_id'),
    },
  };
};
