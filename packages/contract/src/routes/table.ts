import { z } from 'zod';
import { dryRunSchema, importSchema, mappingSchema } from '../imports.ts';
import { overviewSchema } from '../overview.ts';
import { storyPairSchema, storySchema } from '../story.ts';

export const DRAW_FORMATS = ['svg', 'png', 'pdf', 'csv', 'json'] as const;

/** Every route but `ask/<question>` and `draw/<diagram>`, which follow from the questions. Paths are under `/api/v1`. */
export const ROUTES = {
  overview: {
    method: 'GET',
    path: '/overview',
    says: 'What there is, before anything is asked',
    body: null,
    reply: overviewSchema,
  },
  demo: {
    method: 'POST',
    path: '/demo',
    says: 'Fill the workspace with the demo world',
    body: z.object({}),
    reply: overviewSchema,
  },
  removeDemo: { method: 'DELETE', path: '/demo', says: 'Remove the demo world', body: null, reply: overviewSchema },
  seen: {
    method: 'POST',
    path: '/seen/:fact',
    says: 'Tick what only the app can know: `sawGraph` or `readStory`',
    body: z.object({}),
    reply: z.object({ seen: z.boolean() }),
  },
  stories: {
    method: 'GET',
    path: '/stories',
    says: 'One of the worst and one of the best stories',
    body: null,
    reply: storyPairSchema,
  },
  story: {
    method: 'GET',
    path: '/stories/:run',
    says: 'One run as an account a person can follow',
    body: null,
    reply: storySchema,
  },
  imports: {
    method: 'GET',
    path: '/imports',
    says: 'All imports, newest first',
    body: null,
    reply: z.array(importSchema),
  },
  /** multipart/form-data with one part `file`. */
  upload: {
    method: 'POST',
    path: '/imports',
    says: 'Upload a file: it is read, its columns are guessed, nothing is imported',
    body: null,
    reply: importSchema,
  },
  import: {
    method: 'GET',
    path: '/imports/:id',
    says: 'One import with its progress',
    body: null,
    reply: importSchema,
  },
  dryRun: {
    method: 'POST',
    path: '/imports/:id/dry-run',
    says: 'Five timelines made with this mapping',
    body: mappingSchema,
    reply: dryRunSchema,
  },
  startImport: {
    method: 'POST',
    path: '/imports/:id/start',
    says: 'Import with this mapping',
    body: mappingSchema,
    reply: importSchema,
  },
  cancelImport: {
    method: 'POST',
    path: '/imports/:id/cancel',
    says: 'Stop; what was stored is taken back',
    body: z.object({}),
    reply: importSchema,
  },
  removeImport: {
    method: 'DELETE',
    path: '/imports/:id',
    says: 'Remove an import and its events',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
} as const;

export type RouteName = keyof typeof ROUTES;

/** Routes that answer with a file. */
export const FILE_ROUTES = {
  rejects: { method: 'GET', path: '/imports/:id/rejects', says: 'Rejected rows with line number and reason, CSV' },
  export: { method: 'GET', path: '/export', says: 'The events as CSV, XES or NDJSON' },
  openapi: { method: 'GET', path: '/openapi.json', says: 'This API as OpenAPI 3.1' },
} as const;
