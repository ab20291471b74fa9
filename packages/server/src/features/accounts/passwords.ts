import { PASSWORD_LENGTH } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { normalLogin } from '@continuo/state';
import { hash, verify } from '@node-rs/argon2';
import { newSecret } from '../../platform/secret.ts';
import { isCommonPassword } from './common-passwords.ts';

// The library's algorithm is argon2id unless told otherwise. OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. About 30 ms of one core.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The one form a password is hashed in: keyboards write the same letter in several ways. */
const normal = (password: string): string => password.normalize('NFKC');

/** Throws `input.invalid` with what a new password lacks. Only its length counts, and that it is not tried first. */
export function mustBeGoodPassword(password: string, login: string): void {
  const length = [...normal(password)].length;
  if (length < PASSWORD_LENGTH.least)
    throw new Problem('input.invalid', `The password needs at least ${PASSWORD_LENGTH.least} characters.`);
  if (length > PASSWORD_LENGTH.most)
    throw new Problem('input.invalid', `The password may have at most ${PASSWORD_LENGTH.most} characters.`);
  if (isCommonPassword(normal(password)) || normalLogin(password) === normalLogin(login))
    throw new Problem('input.invalid', 'This password is one of the first that are guessed. Choose another.');
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), COST));
}

let nobodys: Promise<string> | undefined;

/**
 * True when the password belongs to the hash. Without a hash (there is no such account) it works as long and is false,
 * so that the time does not tell which accounts exist.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(newSecret());
  const against = passwordHash ?? (await nobodys);
  const isRight = await inTurn(() => verify(against, normal(password)));
  return isRight && passwordHash !== null;
}

/** Made before the first one signs in, so that the first unknown account takes no longer than others. */
export function warmPasswords(): void {
  nobodys ??= hashPassword(newSecret());
}

// Each takes 19 MiB and a thread: many at once would starve the questions.
const AT_ONCE = 2;
const MOST_WAITING = 100;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING)
    throw new Problem('engine.overloaded', 'Too many are signing in at this moment. Try again in a minute.');
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await act();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
