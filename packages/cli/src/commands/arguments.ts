import type { ArgDef, ArgsDef } from 'citty';

/** Arguments that every command which needs data takes. */
export const FOLDER = {
  type: 'string',
  description: 'Data folder (default: CONTINUO_FOLDER or .continuo)',
  valueHint: 'path',
} as const satisfies ArgDef;

/** For a server elsewhere, instead of a folder here. */
export const SERVER_URL = {
  type: 'string',
  description: 'Address of a server; the token comes from CONTINUO_TOKEN',
  valueHint: 'https://…',
} as const satisfies ArgDef;

export const SCOPE_ARGUMENTS = {
  folder: FOLDER,
  url: SERVER_URL,
  unit: {
    type: 'enum',
    options: ['person', 'case', 'gap'] as string[],
    description: 'What one journey is',
    default: 'person',
  },
  gap: { type: 'string', description: 'With --unit gap: hours of silence that end a journey', valueHint: 'hours' },
  from: { type: 'string', description: 'First instant, ISO 8601', valueHint: 'time' },
  to: { type: 'string', description: 'End, not included, ISO 8601', valueHint: 'time' },
  input: { type: 'string', description: "The question's own input as JSON", valueHint: 'json' },
  scope: { type: 'string', description: 'The whole scope as JSON; wins over the options above', valueHint: 'json' },
} as const satisfies ArgsDef;
