import type { Theme } from '@continuo/core';
import { z } from 'zod';
import { journeyKeySchema } from './journey-contract.ts';

/** How large a codebook may be: what is counted for every comment must stay quick. */
export const THEME_LIMITS = { themes: 100, languages: 20, words: 100 } as const;

const entries = z.array(z.string().trim().min(1).max(80)).max(THEME_LIMITS.words);

/** Words of one language: `any` (one of them makes the theme), `not` (one of them unmakes it). A word with `*` at its end stands for all that begin so. */
export const themeWordsSchema = z.strictObject({
  language: z.union([z.literal(''), z.string().regex(/^[a-z]{2,3}$/, 'is two or three letters, or empty for any')]),
  any: entries,
  not: entries.default([]),
});

/** A theme of the codebook. */
export const themeSchema = z.strictObject({
  key: journeyKeySchema,
  title: z.string().trim().min(1).max(80),
  words: z
    .array(themeWordsSchema)
    .min(1)
    .max(THEME_LIMITS.languages)
    .refine((words) => words.some(({ any }) => any.length > 0), 'needs at least one word'),
}) satisfies z.ZodType<Theme>;
