import { z } from 'zod';

/** One moment of a story: a line a person can read. */
export const storyMomentSchema = z.object({
  timeMs: z.number(),
  /** Day and time where the customer stood (`local_time` of the event), else in the zone of the workspace. */
  day: z.string(),
  time: z.string(),
  activity: z.string(),
  channel: z.string(),
  /** What happened, in a sentence. */
  says: z.string(),
  /** The customer's own words, contact details masked; null when none. */
  quote: z.string().nullable(),
  felt: z.enum(['none', 'unhappy', 'neutral', 'happy']),
  /** Silence before it when it is long, in words, for instance `7 weeks later`; null otherwise. */
  later: z.string().nullable(),
  /** What it cost the customer, in words, for instance `34 min waiting` or `3rd time`; null when nothing is known. */
  cost: z.string().nullable(),
  tone: z.enum(['plain', 'worst', 'best', 'harm']),
});

export const storySchema = z.object({
  run: z.string(),
  person: z.string(),
  /** Made-up name. */
  name: z.string(),
  title: z.string(),
  chips: z.array(z.object({ text: z.string(), tone: z.enum(['plain', 'harm', 'good']) })),
  moments: z.array(storyMomentSchema),
  costs: z.array(
    z.object({
      kind: z.enum(['time', 'repeats', 'handovers', 'waiting', 'money']),
      value: z.string(),
      words: z.string(),
    }),
  ),
  wentWell: z.string().nullable(),
  stands: z.string().nullable(),
  /** "How many others?": the same step counted over everyone. `place`: the step of a map that an answer is about. */
  others: z
    .object({
      activity: z.string(),
      sentence: z.string(),
      people: z.number(),
      ofPeople: z.number(),
      place: z.object({ journey: z.string(), step: z.string() }).nullable(),
    })
    .nullable(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  timeZone: z.string(),
});
export type Story = z.output<typeof storySchema>;
export type StoryMoment = z.output<typeof storyMomentSchema>;

/** The two stories that Home always offers. */
export const storyPairSchema = z.object({
  worst: z
    .object({ run: z.string(), name: z.string(), headline: z.string(), body: z.string(), when: z.string() })
    .nullable(),
  best: z
    .object({ run: z.string(), name: z.string(), headline: z.string(), body: z.string(), when: z.string() })
    .nullable(),
});
export type StoryPair = z.output<typeof storyPairSchema>;
