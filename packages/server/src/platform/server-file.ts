import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './folder-lock.ts';

const schema = z.object({ url: z.string(), pid: z.number(), token: z.string() });
export type ServerFile = z.output<typeof schema>;

const pathOf = (folder: string): string => join(folder, 'server.json');

/** Tells the command line where the server of this folder is and how to act there; readable by its owner only. Returns its removal. */
export function writeServerFile(folder: string, { url, token }: Omit<ServerFile, 'pid'>): () => void {
  const file: ServerFile = { url, pid: process.pid, token };
  writeFileSync(pathOf(folder), JSON.stringify(file), { mode: 0o600 });
  return () => rmSync(pathOf(folder), { force: true });
}

/** The running server of a folder; null when there is none or its process is gone. */
export function readServerFile(folder: string): ServerFile | null {
  try {
    const file = schema.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8')));
    return isAlive(file.pid) ? file : null;
  } catch {
    return null;
  }
}
