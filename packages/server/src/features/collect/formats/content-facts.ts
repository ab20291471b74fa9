import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportFormat } from '@continuo/contract';
import { headOf, openBytes } from './byte-source.ts';
import { detectEncoding, type Encoding, Utf8Check } from './text-encoding.ts';

/** What a look at every byte of a file found. */
export interface ContentFacts {
  /** SHA-256 of the decompressed content (of the file itself for xlsx), hexadecimal: the identity of the content. */
  readonly sha256: string;
  /** Bytes after decompression. */
  readonly bytes: number;
  readonly encoding: Encoding;
  /** True when some bytes were no text in the encoding and will read as U+FFFD. */
  readonly hasBrokenText: boolean;
}

const HEAD_BYTES = 256 * 1024;

/**
 * Reads the whole file once: hash, size, encoding. Truncated or damaged gzip is found here, before anything is loaded.
 * `onBytes` gets the bytes of the file read so far. Without a byte order mark: UTF-8 when all of it is valid or when its
 * first 256 KB hold valid characters beyond ASCII, else windows-1252.
 */
export async function readContentFacts(
  path: string,
  format: ImportFormat,
  onBytes: (position: number) => void,
): Promise<ContentFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  if (format === 'xlsx') {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes(bytes);
    }
    return { sha256: hash.digest('hex'), bytes, encoding: 'utf-8', hasBrokenText: false };
  }
  const head = detectEncoding(await headOf(path, HEAD_BYTES));
  const source = await openBytes(path);
  const check = new Utf8Check();
  let headHasMultibyte = false;
  for await (const chunk of source.chunks) {
    hash.update(chunk);
    check.add(chunk);
    if (bytes < HEAD_BYTES) headHasMultibyte = check.hasMultibyte;
    bytes += chunk.length;
    onBytes(source.position());
  }
  check.end();
  const isUtf8 = head.encoding === 'utf-8';
  const isLatin = isUtf8 && !head.isMarked && !check.isValid && !headHasMultibyte;
  const encoding = isLatin ? 'windows-1252' : head.encoding;
  return {
    sha256: hash.digest('hex'),
    bytes,
    encoding,
    hasBrokenText: encoding === 'utf-8' && !check.isValid,
  };
}
