import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '@continuo/core';

/** Bytes of a file, decompressed when it is gzip. */
export interface ByteSource {
  readonly chunks: AsyncIterable<Buffer>;
  readonly size: number;
  readonly compressed: boolean;
  /** Bytes of the file as it lies on disk that were read so far. */
  position(): number;
}

/** Limits against files that are small on disk and endless inside. */
export interface UnpackLimits {
  /** Below this many unpacked bytes the ratio is not looked at. */
  readonly freeBytes: number;
  /** Real logs reach about 25, repetitive machine logs about 100; gzip itself cannot do more than about 1,030. */
  readonly ratio: number;
}

export const UNPACK_LIMITS: UnpackLimits = { freeBytes: 256 * 1024 * 1024, ratio: 300 };

const CHUNK_BYTES = 256 * 1024;

/**
 * Opens a file; gzip is known by its first two bytes, not by its name.
 * Throws `import.unreadable` when it is missing, empty, cut off, damaged or unpacks beyond reason.
 */
export async function openBytes(path: string, limits: UnpackLimits = UNPACK_LIMITS): Promise<ByteSource> {
  const size = await sizeOf(path);
  if (size === 0) throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
  const compressed = await isGzip(path);
  const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const position = () => raw.bytesRead;
  if (!compressed) return { chunks: raw, size, compressed, position };
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // The error reaches the reader through the gunzip stream that it iterates.
  pipeline(raw, gunzip, () => undefined);
  return { chunks: guarded(gunzip, position, limits), size, compressed, position };
}

/** First bytes of a file after decompression; fewer when the file is shorter. */
export async function headOf(path: string, bytes: number): Promise<Buffer> {
  const source = await openBytes(path);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    throw new Problem('import.unreadable', 'The file cannot be opened: it is not there any more. Send it again.', {
      cause,
    });
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* guarded(
  stream: AsyncIterable<Buffer>,
  position: () => number,
  limits: UnpackLimits,
): AsyncGenerator<Buffer> {
  let unpacked = 0;
  try {
    for await (const chunk of stream) {
      unpacked += chunk.length;
      if (unpacked > limits.freeBytes && unpacked > position() * limits.ratio) {
        throw new Problem(
          'import.unreadable',
          `The compressed file unpacks to more than ${limits.ratio} times its size; reading stopped after ${unpacked} bytes. ` +
            'Nothing was kept. If the file is genuine, unpack it first and import it unpacked.',
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('import.unreadable', gzipSentence(error, unpacked), { cause: error });
  }
}

function gzipSentence(error: unknown, unpacked: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const what = code === 'Z_BUF_ERROR' ? 'The compressed file ends in the middle' : 'The compressed file is damaged';
  return `${what} (after ${unpacked} unpacked bytes). Nothing was kept. Send the file again, whole.`;
}
