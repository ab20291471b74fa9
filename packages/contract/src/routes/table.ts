import { z } from 'zod';
import { dryRunSchema, importSchema, mappingSchema } from '../imports.ts';
import { overviewSchema } from '../overview.ts';
import { storyPairSchema, storySchema } from '../story.ts';
import { ACCOUNT_ROUTES } from './accounts.ts';
import { ADDRESSES } from './addresses.ts';
import { CALLBACK_ROUTES } from './callbacks.ts';
import { HOME_ROUTES } from './home.ts';
import { JOURNEY_FILE_ROUTES, JOURNEY_ROUTES } from './journeys.ts';
import { LETTER_FILE_ROUTES, LETTER_ROUTES } from './letters.ts';
import { PRIVACY_FILE_ROUTES, PRIVACY_ROUTES } from './privacy.ts';
import type { RouteAccess, RouteSpec } from './spec.ts';
import { SURVEY_FILE_ROUTES, SURVEY_ROUTES } from './surveys.ts';

import { THEME_ROUTES } from './themes.ts';
import { WATCH_ROUTES } from './watches.ts';
import { WEBHOOK_ROUTES } from './webhooks.ts';

export const DRAW_FORMATS = ['svg', 'png', 'pdf', 'csv', 'json'] as const;

/** Every route but `ask/<question>` and `draw/<diagram>`, which follow from the questions. Paths are under `/api/v1`. */
export const ROUTES = {
  overview: {
    ...ADDRESSES.overview,
    says: 'What there is, before anything is asked',
    role: 'viewer',
    audit: null,
    body: null,
    reply: overviewSchema,
  },
  demo: {
    ...ADDRESSES.demo,
    says: 'Fill the workspace with the demo world',
    role: 'admin',
    audit: 'demo.load',
    body: z.object({}),
    reply: overviewSchema,
  },
  removeDemo: {
    ...ADDRESSES.removeDemo,
    says: 'Remove the demo world',
    role: 'admin',
    audit: 'demo.remove',
    body: null,
    reply: overviewSchema,
  },
  seen: {
    ...ADDRESSES.seen,
    says: 'Tick what only the app can know: `sawGraph` or `readStory`',
    role: 'viewer',
    audit: 'seen.set',
    body: z.object({}),
    reply: z.object({ seen: z.boolean() }),
  },
  stories: {
    ...ADDRESSES.stories,
    says: 'One of the worst and one of the best stories',
    role: 'viewer',
    audit: null,
    body: null,
    reply: storyPairSchema,
  },
  story: {
    ...ADDRESSES.story,
    says: 'One run as an account a person can follow',
    role: 'viewer',
    audit: null,
    body: null,
    reply: storySchema,
  },
  imports: {
    ...ADDRESSES.imports,
    says: 'All imports, newest first',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(importSchema),
  },
  /** multipart/form-data with one part `file`. */
  upload: {
    ...ADDRESSES.upload,
    says: 'Upload a file: it is read, its columns are guessed, nothing is imported',
    role: 'operator',
    audit: 'import.upload',
    body: null,
    reply: importSchema,
  },
  import: {
    ...ADDRESSES.import,
    says: 'One import with its progress',
    role: 'viewer',
    audit: null,
    body: null,
    reply: importSchema,
  },
  dryRun: {
    ...ADDRESSES.dryRun,
    says: 'Five timelines made with this mapping',
    role: 'operator',
    audit: null,
    body: mappingSchema,
    reply: dryRunSchema,
  },
  startImport: {
    ...ADDRESSES.startImport,
    says: 'Import with this mapping',
    role: 'operator',
    audit: 'import.start',
    body: mappingSchema,
    reply: importSchema,
  },
  cancelImport: {
    ...ADDRESSES.cancelImport,
    says: 'Stop; what was stored is taken back',
    role: 'operator',
    audit: 'import.cancel',
    body: z.object({}),
    reply: importSchema,
  },
  removeImport: {
    ...ADDRESSES.removeImport,
    says: 'Remove an import and its events',
    role: 'admin',
    audit: 'import.remove',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
  ...ACCOUNT_ROUTES,
  ...JOURNEY_ROUTES,
  ...THEME_ROUTES,
  ...SURVEY_ROUTES,
  ...CALLBACK_ROUTES,
  ...WEBHOOK_ROUTES,
  ...PRIVACY_ROUTES,
  ...HOME_ROUTES,
  ...LETTER_ROUTES,
  ...WATCH_ROUTES,
} as const satisfies Record<string, RouteSpec>;

export type RouteName = keyof typeof ROUTES;

/** Routes that answer with a file. */
export const FILE_ROUTES = {
  rejects: {
    ...ADDRESSES.rejects,
    says: 'Rejected rows with line number and reason, CSV',
    role: 'operator',
    audit: 'rejects.export',
  },
  export: {
    ...ADDRESSES.export,
    says: 'The events as CSV, XES or NDJSON',
    role: 'operator',
    audit: 'events.export',
  },
  ...JOURNEY_FILE_ROUTES,
  ...SURVEY_FILE_ROUTES,
  ...PRIVACY_FILE_ROUTES,
  ...LETTER_FILE_ROUTES,
  openapi: {
    ...ADDRESSES.openapi,
    says: 'This API as OpenAPI 3.1',
    role: 'anyone',
    audit: null,
  },
} as const satisfies Record<string, RouteAccess & { readonly says: string }>;

/** Routes that follow from the questions, and the sign of life. */
const OTHER_ROUTES: readonly RouteAccess[] = [
  { method: 'POST', path: '/ask/:question', role: 'viewer', audit: null },
  { method: 'GET', path: '/draw/:question', role: 'viewer', audit: null },
  { method: 'GET', path: '/health', role: 'anyone', audit: null },
];

/** Every route of the API with who may call it: what the server enforces and the matrix test walks through. */
export const ROUTE_ACCESS: readonly RouteAccess[] = [
  ...Object.values(ROUTES),
  ...Object.values(FILE_ROUTES),
  ...OTHER_ROUTES,
];
