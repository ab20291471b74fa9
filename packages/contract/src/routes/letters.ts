import { z } from 'zod';
import {
  letterSchema,
  letterSubscriptionSchema,
  lettersSchema,
  subscribeLetterSchema,
  teamCardSchema,
  teamsSchema,
} from '../letters.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteAccess, RouteSpec } from './spec.ts';

/** The letter of each Monday, and the cards of teams. */
export const LETTER_ROUTES = {
  letters: {
    ...ADDRESSES.letters,
    says: 'The letters that were made, who gets them, and when the next ones come',
    role: 'viewer',
    audit: null,
    body: null,
    reply: lettersSchema,
  },
  /** Query: `scope` (`workspace`, `journey` or `team`) with `key`. `:week` is a Monday, or `now`: as it would be written now. */
  letter: {
    ...ADDRESSES.letter,
    says: 'One letter',
    role: 'viewer',
    audit: null,
    body: null,
    reply: letterSchema,
  },
  subscribeLetter: {
    ...ADDRESSES.subscribeLetter,
    says: 'Send the letter to an address each Monday',
    role: 'editor',
    audit: 'letter.subscribe',
    body: subscribeLetterSchema,
    reply: letterSubscriptionSchema,
  },
  unsubscribeLetter: {
    ...ADDRESSES.unsubscribeLetter,
    says: 'Send it no longer',
    role: 'editor',
    audit: 'letter.unsubscribe',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
  teamCards: {
    ...ADDRESSES.teamCards,
    says: 'The teams that are named on maps',
    role: 'viewer',
    audit: null,
    body: null,
    reply: teamsSchema,
  },
  teamCard: {
    ...ADDRESSES.teamCard,
    says: 'What customers got where this team answers for it, on one page',
    role: 'viewer',
    audit: null,
    body: null,
    reply: teamCardSchema,
  },
} as const satisfies Record<string, RouteSpec>;

export const LETTER_FILE_ROUTES = {
  /** Query: `format` (`md`, `txt`, `html`, `pdf`, `json`), and as of `letter`. */
  letterFile: {
    ...ADDRESSES.letterFile,
    says: 'One letter as Markdown, text, HTML, PDF or JSON',
    role: 'viewer',
    audit: null,
  },
} as const satisfies Record<string, RouteAccess & { readonly says: string }>;
