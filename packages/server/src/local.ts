/** Where the server of a folder is, for commands that only talk to it: loading the server itself costs 2 CPU seconds. */
export type { Config, ConfigWishes } from './config.ts';
export { readConfig } from './config.ts';
export { readServerFile } from './platform/server-file.ts';
