import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type Import, type Mapping, mappingSchema } from '@continuo/contract';
import { type Serving, serve } from '../src/serve.ts';

export interface Running {
  readonly url: string;
  readonly folder: string;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** The real server on a fresh folder (or a given one) and any free port. `isKept`: closing it leaves the folder. */
export async function startRunning(
  folder = mkdtempSync(join(tmpdir(), 'continuo-server-')),
  { isKept = false } = {},
): Promise<Running> {
  const serving: Serving = await serve({ folder, port: 0, announce: false }, { CONTINUO_TIME_ZONE: 'Europe/Madrid' });
  return {
    url: serving.url,
    folder,
    client: createClient((url, init) => fetch(url, init), `${serving.url}/api/v1`),
    close: async () => {
      await serving.close();
      if (!isKept) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ENDED = ['done', 'failed', 'cancelled'];

/** Follows an import to its end. */
export async function ended(client: Client, id: number): Promise<Import> {
  for (;;) {
    const current = await client.call('import', { params: { id } });
    if (ENDED.includes(current.status)) return current;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Uploads a text as a file and imports it with what was guessed, changed by `wishes`. */
export async function importText(
  client: Client,
  name: string,
  text: string,
  wishes: Partial<Mapping> = {},
): Promise<Import> {
  const draft = await client.upload(new Blob([text]), name);
  if (draft.status === 'failed' || !draft.preview) return draft;
  const body = mappingSchema.parse({ ...draft.preview.mapping, ...wishes });
  const started = await client.call('startImport', { params: { id: draft.id }, body });
  return ended(client, started.id);
}
