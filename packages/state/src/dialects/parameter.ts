import { Problem } from '@continuo/core';

/** What both engines are given; everything else is refused before it reaches them. */
export type Bound = null | string | number | bigint | Buffer;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

const refuse = (why: string, index: number): Problem =>
  new Problem('state.failed', `Parameter ${index + 1} cannot be stored: ${why}.`, {
    details: { reason: 'parameter', index },
  });

// `u` makes a well-formed pair one character, so only halves that stand alone match.
const LONE_SURROGATE = /\p{Surrogate}/u;

function boundText(value: string, index: number): string {
  // libsql cuts text at NUL when reading, PostgreSQL refuses it: one rule for both.
  if (value.includes('\0')) throw refuse('the text holds a NUL character', index);
  // Both would store U+FFFD in its place: two different texts would become one.
  if (LONE_SURROGATE.test(value)) throw refuse('the text holds half a character', index);
  return value;
}

function boundNumber(value: number, index: number): number | bigint {
  if (!Number.isFinite(value)) throw refuse('the number is not finite', index);
  if (!Number.isInteger(value)) return value;
  if (!Number.isSafeInteger(value)) throw refuse('the whole number is beyond 2^53; pass a bigint', index);
  return BigInt(value);
}

/**
 * One parameter as either engine may get it: booleans become 0 or 1, whole numbers bigint (libsql would bind 3 as 3.0),
 * bytes a Buffer; null, texts and fractions stay. `index` counts from 0 and only serves the message.
 * Throws `state.failed` for undefined, NUL, half characters, unsafe or infinite numbers, bigints beyond 64 bits,
 * dates (times are ms) and every other object: on some of these libsql 0.5.29 aborts the whole process.
 */
export function toBound(value: unknown, index: number): Bound {
  if (value === null) return null;
  if (typeof value === 'string') return boundText(value, index);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return boundNumber(value, index);
  if (typeof value === 'bigint') {
    if (value < INT64_MIN || value > INT64_MAX) throw refuse('the whole number needs more than 64 bits', index);
    return value;
  }
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw refuse(`a value of kind ${typeof value} has no column type`, index);
}

/** A 64-bit integer as a number when that is exact (up to ±2^53), else as a bigint. */
export function narrowed(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
