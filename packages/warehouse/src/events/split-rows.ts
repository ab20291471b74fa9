/** How wide each column of a RowBinary row is: fixed bytes, a text, or a nullable of fixed width. */
type Width = number | 'text' | 'nullable-4';

const EVENT_WIDTHS: readonly Width[] = [
  4,
  8,
  8,
  4,
  8,
  'text',
  'text',
  'text',
  'nullable-4',
  'text',
  'text',
  'text',
  8,
  8,
  4,
];
const IDENTITY_WIDTHS: readonly Width[] = [4, 8, 'text', 'text'];

const WIDTHS = { events: EVENT_WIDTHS, identities: IDENTITY_WIDTHS } as const;

// The second column of both tables is the identity, after a UInt32.
const IDENTITY_AT = 4;

/**
 * RowBinary rows of `events` or `identities`, sorted into their shards by `identity mod shards`.
 * With one shard the bytes come back as they are. Writers go to the shards themselves: an insert through a Distributed
 * table answered while its second shard held none of 50,400 rows.
 */
export function splitRows(rows: Uint8Array, table: keyof typeof WIDTHS, shards: number): readonly Uint8Array[] {
  if (shards === 1) return [rows];
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  const parts: Uint8Array[][] = Array.from({ length: shards }, () => []);
  const count = BigInt(shards);
  let at = 0;
  while (at < rows.length) {
    const end = endOfRow(rows, at, WIDTHS[table]);
    const shard = Number(view.getBigUint64(at + IDENTITY_AT, true) % count);
    (parts[shard] as Uint8Array[]).push(rows.subarray(at, end));
    at = end;
  }
  return parts.map((part) => Buffer.concat(part));
}

function endOfRow(rows: Uint8Array, start: number, widths: readonly Width[]): number {
  let at = start;
  for (const width of widths) {
    if (width === 'text') at = endOfText(rows, at);
    else if (width === 'nullable-4') at += rows[at] === 1 ? 1 : 5;
    else at += width;
  }
  return at;
}

function endOfText(rows: Uint8Array, start: number): number {
  let at = start;
  let length = 0;
  let scale = 1;
  for (;;) {
    const byte = rows[at] as number;
    at += 1;
    length += (byte & 0x7f) * scale;
    if (byte < 0x80) return at + length;
    scale *= 128;
  }
}
