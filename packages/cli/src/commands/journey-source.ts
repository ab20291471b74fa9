import type { JourneyContract } from '@continuo/core';
import { Problem } from '@continuo/core';
import { problemText } from '@continuo/journeyfile';
import type { Connection, Target } from '../connect.ts';
import { isFile, readMapFile } from './journey-file.ts';

const NAMED = /^([a-z0-9][a-z0-9-]{0,59})(?:@(\d{1,9}|draft))?$/;

/**
 * Maps by what was typed: a file, a key (its draft), `key@3` (version 3) or `key@draft`. A server is only asked, or a folder opened,
 * when a key is named. Throws `input.invalid` when a file holds no map.
 */
export class MapSource {
  readonly #target: Target;
  #connection: Connection | null = null;

  constructor(target: Target) {
    this.#target = target;
  }

  async connection(): Promise<Connection> {
    if (this.#connection === null) {
      const { connect } = await import('../connect.ts');
      this.#connection = await connect(this.#target);
    }
    return this.#connection;
  }

  async read(name: string): Promise<JourneyContract> {
    const [, key, version] = NAMED.exec(name) ?? [];
    if (key === undefined || (await isFile(name))) {
      const file = await readMapFile(name);
      if (file.ok) return file.contract;
      throw new Problem('input.invalid', [`${name} is not a map:`, ...file.problems.map(problemText)].join('\n'));
    }
    const { client } = await this.connection();
    if (version === undefined || version === 'draft') return (await client.call('journey', { params: { key } })).draft;
    return (await client.call('journeyVersion', { params: { key, version } })).contract;
  }

  async close(): Promise<void> {
    await this.#connection?.close();
  }
}
