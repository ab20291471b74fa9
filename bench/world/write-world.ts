import { closeSync, openSync, writeSync } from 'node:fs';
import { markov } from '@continuo/synth';

/** RowBinary of a generated event: what the engine's `file()` needs to read it. 21 bytes. */
export const WORLD_COLUMNS =
  'customer UInt32, time_ms Int64, ord UInt32, activity UInt16, channel UInt8, score Int8, properties UInt8';
const ROW_BYTES = 21;

/** Writes the generated world to a file; memory is that of one block. */
export function writeWorld(path: string, events: number, seed: number): void {
  const file = openSync(path, 'w');
  try {
    for (const block of markov({ events, seed })) {
      const bytes = Buffer.allocUnsafe(block.rows * ROW_BYTES);
      for (let i = 0, at = 0; i < block.rows; i += 1, at += ROW_BYTES) {
        const ms = block.timeMs[i] as number;
        bytes.writeUInt32LE(block.customer[i] as number, at);
        bytes.writeUInt32LE(ms >>> 0, at + 4);
        bytes.writeUInt32LE(Math.floor(ms / 4_294_967_296), at + 8);
        bytes.writeUInt32LE(block.ord[i] as number, at + 12);
        bytes.writeUInt16LE(block.activity[i] as number, at + 16);
        bytes.writeUInt8(block.channel[i] as number, at + 18);
        bytes.writeInt8(block.score[i] as number, at + 19);
        bytes.writeUInt8(block.properties[i] as number, at + 20);
      }
      writeSync(file, bytes);
    }
  } finally {
    closeSync(file);
  }
}
