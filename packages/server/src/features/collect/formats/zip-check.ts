import { open } from 'node:fs/promises';
import { Problem } from '@continuo/core';

/** A workbook that unpacks to more than this is refused: its shared texts are kept in memory while reading. */
const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;
const MAX_RATIO = 300;
const FREE_BYTES = 64 * 1024 * 1024;
const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;

/**
 * Reads the table of contents of a zip file and returns the size of the file in bytes.
 * Throws `import.unreadable` when it is cut off (the table stands at the end), or unpacks beyond reason.
 * Source: PKWARE APPNOTE 4.3.12 and 4.3.16.
 */
export async function checkZip(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
    const tailLength = Math.min(size, 65_557);
    const tail = Buffer.alloc(tailLength);
    await file.read(tail, 0, tailLength, size - tailLength);
    const end = endRecord(tail);
    const tableLength = end < 0 ? 0 : tail.readUInt32LE(end + 12);
    const tableStart = end < 0 ? 0 : tail.readUInt32LE(end + 16);
    if (end < 0 || tableStart + tableLength > size) {
      throw new Problem(
        'import.unreadable',
        'The workbook ends in the middle: its table of contents is missing. Nothing was kept. Send the file again, whole.',
      );
    }
    const table = Buffer.alloc(tableLength);
    await file.read(table, 0, tableLength, tableStart);
    const unpacked = unpackedBytes(table);
    if (unpacked > MAX_UNPACKED || (unpacked > FREE_BYTES && unpacked > size * MAX_RATIO)) {
      throw new Problem(
        'import.unreadable',
        `The workbook would unpack to ${Math.round(unpacked / 1024 / 1024)} MB; it was refused. Export the sheet as CSV and import that.`,
      );
    }
    return size;
  } finally {
    await file.close();
  }
}

function endRecord(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_RECORD) return at;
  }
  return -1;
}

function unpackedBytes(table: Buffer): number {
  let total = 0;
  let at = 0;
  while (at + 46 <= table.length && table.readUInt32LE(at) === ENTRY_RECORD) {
    total += table.readUInt32LE(at + 24);
    at += 46 + table.readUInt16LE(at + 28) + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return total;
}
