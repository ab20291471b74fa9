import { z } from 'zod';
import { homeSchema, seenHomeSchema } from '../home.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteSpec } from './spec.ts';

/** What a workspace opens with. */
export const HOME_ROUTES = {
  home: {
    ...ADDRESSES.home,
    says: 'What waits, what changed, what customers loved, and the journeys that need it most',
    role: 'viewer',
    audit: null,
    body: null,
    reply: homeSchema,
  },
  seenHome: {
    ...ADDRESSES.seenHome,
    says: 'Note a visit of Home, so that the next one tells what is new',
    role: 'viewer',
    audit: 'home.seen',
    body: seenHomeSchema,
    reply: z.object({ seen: z.boolean() }),
  },
} as const satisfies Record<string, RouteSpec>;
