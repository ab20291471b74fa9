import { privacySchema, setSwitchesSchema } from '../privacy.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteAccess, RouteSpec } from './spec.ts';

/** What is held, why and for how long; what can be shown about employees; and the switches. */
export const PRIVACY_ROUTES = {
  privacy: {
    ...ADDRESSES.privacy,
    says: 'What is held, why, how long, and who sees it; what can be shown about employees',
    role: 'viewer',
    audit: null,
    body: null,
    reply: privacySchema,
  },
  setSwitches: {
    ...ADDRESSES.setSwitches,
    says: 'Switch free text or the level of single customers off and on',
    role: 'admin',
    audit: 'switches.set',
    body: setSwitchesSchema,
    reply: privacySchema,
  },
} as const satisfies Record<string, RouteSpec>;

export const PRIVACY_FILE_ROUTES = {
  privacySheet: {
    ...ADDRESSES.privacySheet,
    says: 'The privacy sheet, Markdown',
    role: 'viewer',
    audit: null,
  },
  staffSheet: {
    ...ADDRESSES.staffSheet,
    says: 'What this system can show about employees, Markdown',
    role: 'viewer',
    audit: null,
  },
} as const satisfies Record<string, RouteAccess & { readonly says: string }>;
