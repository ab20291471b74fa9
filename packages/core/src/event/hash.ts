/**
 * SipHash-2-4 over bytes, 64 bits, in two 32-bit halves so that no bigint is made per round.
 * Source: Aumasson & Bernstein, INDOCRYPT 2012. With the zero key it equals ClickHouse's `sipHash64(String)`.
 */
export interface SipKey {
  readonly k0lo: number;
  readonly k0hi: number;
  readonly k1lo: number;
  readonly k1hi: number;
}

export const ZERO_KEY: SipKey = { k0lo: 0, k0hi: 0, k1lo: 0, k1hi: 0 };

/** Key from the first 16 of the given bytes (for instance of a SHA-256); needs at least 16. */
export function sipKey(bytes: Uint8Array): SipKey {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    k0lo: view.getUint32(0, true),
    k0hi: view.getUint32(4, true),
    k1lo: view.getUint32(8, true),
    k1hi: view.getUint32(12, true),
  };
}

const v = new Int32Array(8);

function rotl(i: number, bits: number): void {
  const lo = v[i] as number;
  const hi = v[i + 1] as number;
  if (bits === 32) {
    v[i] = hi;
    v[i + 1] = lo;
    return;
  }
  v[i] = (lo << bits) | (hi >>> (32 - bits));
  v[i + 1] = (hi << bits) | (lo >>> (32 - bits));
}

function add(a: number, b: number): void {
  const lo = ((v[a] as number) >>> 0) + ((v[b] as number) >>> 0);
  v[a + 1] = ((v[a + 1] as number) + (v[b + 1] as number) + (lo > 0xffffffff ? 1 : 0)) | 0;
  v[a] = lo | 0;
}

function xor(a: number, b: number): void {
  v[a] = (v[a] as number) ^ (v[b] as number);
  v[a + 1] = (v[a + 1] as number) ^ (v[b + 1] as number);
}

function round(): void {
  add(0, 2);
  rotl(2, 13);
  xor(2, 0);
  rotl(0, 32);
  add(4, 6);
  rotl(6, 16);
  xor(6, 4);
  add(0, 6);
  rotl(6, 21);
  xor(6, 0);
  add(4, 2);
  rotl(2, 17);
  xor(2, 4);
  rotl(4, 32);
}

function start(key: SipKey): void {
  v[0] = key.k0lo ^ 0x70736575;
  v[1] = key.k0hi ^ 0x736f6d65;
  v[2] = key.k1lo ^ 0x6e646f6d;
  v[3] = key.k1hi ^ 0x646f7261;
  v[4] = key.k0lo ^ 0x6e657261;
  v[5] = key.k0hi ^ 0x6c796765;
  v[6] = key.k1lo ^ 0x79746573;
  v[7] = key.k1hi ^ 0x74656462;
}

function block(lo: number, hi: number): void {
  v[6] = (v[6] as number) ^ lo;
  v[7] = (v[7] as number) ^ hi;
  round();
  round();
  v[0] = (v[0] as number) ^ lo;
  v[1] = (v[1] as number) ^ hi;
}

/** Writes the hash of `bytes` as 8 little-endian bytes at `offset` of `target`: the hot path of imports. */
export function sipHashInto(target: Uint8Array, offset: number, bytes: Uint8Array, key: SipKey = ZERO_KEY): void {
  start(key);
  const length = bytes.length;
  const whole = length - (length % 8);
  for (let i = 0; i < whole; i += 8) block(word(bytes, i), word(bytes, i + 4));
  let lo = 0;
  let hi = (length & 0xff) << 24;
  for (let i = whole; i < length; i += 1) {
    const at = i - whole;
    if (at < 4) lo |= (bytes[i] as number) << (8 * at);
    else hi |= (bytes[i] as number) << (8 * (at - 4));
  }
  block(lo, hi);
  v[4] = (v[4] as number) ^ 0xff;
  for (let i = 0; i < 4; i += 1) round();
  const outLo = (v[0] as number) ^ (v[2] as number) ^ (v[4] as number) ^ (v[6] as number);
  const outHi = (v[1] as number) ^ (v[3] as number) ^ (v[5] as number) ^ (v[7] as number);
  for (let i = 0; i < 4; i += 1) {
    target[offset + i] = (outLo >>> (8 * i)) & 0xff;
    target[offset + 4 + i] = (outHi >>> (8 * i)) & 0xff;
  }
}

function word(bytes: Uint8Array, i: number): number {
  return (
    (bytes[i] as number) |
    ((bytes[i + 1] as number) << 8) |
    ((bytes[i + 2] as number) << 16) |
    ((bytes[i + 3] as number) << 24)
  );
}

const out = new Uint8Array(8);
const outView = new DataView(out.buffer);

/** SipHash-2-4 of bytes as an unsigned 64-bit integer. */
export function sipHash(bytes: Uint8Array, key: SipKey = ZERO_KEY): bigint {
  sipHashInto(out, 0, bytes, key);
  return outView.getBigUint64(0, true);
}
