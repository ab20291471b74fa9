import { openAsBlob } from 'node:fs';
import { type Client, type Import, mappingSchema } from '@continuo/contract';

/** Imports a file through a server, with the mapping that it guesses, and waits for the end. Throws when it does not end well. */
export async function importFile(client: Client, file: string, lookEveryMs: number): Promise<Import> {
  const draft = await client.upload(await openAsBlob(file), 'file.csv');
  const params = { id: draft.id };
  await client.call('startImport', { params, body: mappingSchema.parse(draft.preview?.mapping) });
  for (;;) {
    const one = await client.call('import', { params });
    if (one.status === 'done') return one;
    if (one.status === 'failed' || one.status === 'cancelled')
      throw new Error(`the import ended as ${one.status}: ${one.error}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
