import { z } from 'zod';
import { themeSchema } from '../themes.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteSpec } from './spec.ts';

/** The codebook: themes of what customers say. Counts of them are the question `themes`. */
export const THEME_ROUTES = {
  themes: {
    ...ADDRESSES.themes,
    says: 'The themes of the codebook, by title',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(themeSchema),
  },
  putTheme: {
    ...ADDRESSES.putTheme,
    says: 'Keep a theme',
    role: 'editor',
    audit: 'theme.put',
    body: themeSchema,
    reply: themeSchema,
  },
  removeTheme: {
    ...ADDRESSES.removeTheme,
    says: 'Remove a theme from the codebook',
    role: 'editor',
    audit: 'theme.remove',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
} as const satisfies Record<string, RouteSpec>;
