import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { Problem } from '@continuo/core';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** `sealed:1:<key>:<base64url of iv, ciphertext and tag>`; the key is named by the first 8 hex digits of its SHA-256. */
const SEALED = /^sealed:1:([0-9a-f]{8}):([\w-]+)$/;
/** Bits that let others than the owner in. */
const OTHERS = 0o077;

interface Key {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Seals what the state keeps and must give back later: whoever has only the state, or a copy of it, cannot read it. */
export class Seal {
  readonly #keys: readonly [Key, ...Key[]];
  readonly #path: string;

  /** @param keys the first one seals, each of them opens. */
  constructor(keys: readonly [Key, ...Key[]], path: string) {
    this.#keys = keys;
    this.#path = path;
  }

  /** Sealed by AES-256-GCM for one purpose; the same text twice gives two texts. */
  seal(text: string, purpose: string): string {
    const [{ name, bytes }] = this.#keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `sealed:1:${name}:${sealed.toString('base64url')}`;
  }

  /**
   * What was sealed for this purpose; what never was sealed comes back as it is.
   * Throws `secret.sealed` when the key is not in the key file, or the text was changed or sealed for something else.
   */
  open(kept: string, purpose: string): string {
    const [, name, body = ''] = SEALED.exec(kept) ?? [];
    if (name === undefined) return kept;
    const key = this.#keys.find((one) => one.name === name);
    if (key === undefined)
      throw new Problem(
        'secret.sealed',
        `Secrets are sealed with the key ${name}, which is not in ${this.#path}. Nothing was changed. Put the key file back that belongs to this state.`,
      );
    const sealed = Buffer.from(body, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      throw new Problem('secret.sealed', 'A sealed secret was changed, and cannot be opened any more.');
    }
  }

  /** The same secret under the newest key; what is under it already comes back as it is. Throws as `open` does. */
  renew(kept: string, purpose: string): string {
    const text = this.open(kept, purpose);
    const isNewest = SEALED.exec(kept)?.[1] === this.#keys[0].name;
    return isNewest ? kept : this.seal(text, purpose);
  }
}

/**
 * Reads the keys of a file, one a line of 32 bytes in base64, the newest first; makes the file with one key when there is
 * none. Throws `input.invalid` when others can read the file, or a line is no key.
 */
export function openSeal(path: string): Seal {
  const text = read(path) ?? make(path);
  // What Windows says of modes is not who may read.
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0)
    throw new Problem('input.invalid', `Others can read the key file ${path}. Run: chmod 600 ${path}`);
  const [newest, ...older] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => keyOf(line, path));
  if (newest === undefined) throw new Problem('input.invalid', `The key file ${path} is empty.`);
  return new Seal([newest, ...older], path);
}

function keyOf(line: string, path: string): Key {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length !== KEY_BYTES || !/^[\w+/-]+=?$/.test(line))
    throw new Problem('input.invalid', `A line of the key file ${path} is not ${KEY_BYTES} bytes in base64.`);
  return { name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole under another name first: a key that was half written would lose what it seals. */
function make(path: string): string {
  const making = `${path}.${process.pid}`;
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n`;
  const handle = openSync(making, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(making, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(making, { force: true });
  }
  return readFileSync(path, 'utf8');
}
