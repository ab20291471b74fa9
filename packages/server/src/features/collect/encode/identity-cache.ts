import { type IdentityKind, sipHashInto, utf8 } from '@continuo/core';

/** About 120 MB when ids are 20 characters long. Beyond it the cache begins anew. */
const MAX_IDENTITIES = 500_000;

/**
 * Identities of the people of one file: hashes each id once. `identity` is the hash of `identityOf`, as 8 bytes.
 * When full it forgets all, so that an identity may be told to be new again; storing it twice is harmless.
 */
export class IdentityCache {
  /** Eight bytes for each slot. */
  hashes = new Uint8Array(8 * 1024);
  readonly #prefix: string;
  readonly #max: number;
  readonly #slots: Record<IdentityKind, Map<string, number>> = {
    user: new Map(),
    anonymous: new Map(),
    case: new Map(),
  };
  #size = 0;
  /** Number of the chunk in which a slot was last seen. */
  #seenIn = new Uint32Array(1024);
  #chunk = 1;
  #touched: number[] = [];

  constructor(workspace: number, max: number = MAX_IDENTITIES) {
    this.#prefix = `${workspace}\0`;
    this.#max = max;
  }

  /** Slot of an identity; `onNew` is called when it was not known. */
  slot(kind: IdentityKind, value: string, onNew: (slot: number, value: string) => void): number {
    const known = this.#slots[kind].get(value);
    const slot = known ?? this.#add(kind, value, onNew);
    if (this.#seenIn[slot] !== this.#chunk) {
      this.#seenIn[slot] = this.#chunk;
      this.#touched.push(slot);
    }
    return slot;
  }

  /** Distinct identities since the last call, ascending; then begins a new chunk (and forgets all when full). */
  endChunk(): BigUint64Array<ArrayBuffer> {
    const touched = new BigUint64Array(this.#touched.length);
    const bytes = new Uint8Array(touched.buffer);
    for (const [i, slot] of this.#touched.entries()) bytes.set(this.hashes.subarray(slot * 8, slot * 8 + 8), i * 8);
    touched.sort();
    this.#touched = [];
    this.#chunk += 1;
    if (this.#size >= this.#max) this.#forget();
    return touched;
  }

  #add(kind: IdentityKind, value: string, onNew: (slot: number, value: string) => void): number {
    const slot = this.#size;
    this.#size += 1;
    if (slot * 8 === this.hashes.length) this.#grow();
    sipHashInto(this.hashes, slot * 8, utf8(`${this.#prefix}${kind}\0${value}`));
    this.#slots[kind].set(ownCopy(value), slot);
    onNew(slot, value);
    return slot;
  }

  #grow(): void {
    const hashes = new Uint8Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const seenIn = new Uint32Array(this.#seenIn.length * 2);
    seenIn.set(this.#seenIn);
    this.#seenIn = seenIn;
  }

  #forget(): void {
    for (const slots of Object.values(this.#slots)) slots.clear();
    this.#size = 0;
    this.#seenIn.fill(0);
  }
}

/** A copy that does not keep the text alive from which it was cut: V8 cuts strings without copying. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
