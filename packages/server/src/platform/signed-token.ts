import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isSameSecret, newSecret } from './secret.ts';
import type { Services } from './services.ts';

/** What a link of ours says. `kind` keeps a link for one purpose from being used for another. */
export interface TokenFields {
  readonly kind: string;
  readonly workspace: number;
  /** Refused from here on, ms since 1970; left out: works as long as what it points at. */
  readonly untilMs?: number;
  readonly [field: string]: string | number | undefined;
}

// 128 of the 256 bits of HMAC-SHA256: links stay short enough for a QR code, and nobody guesses them.
const SIGNATURE_BYTES = 16;
/** Name of the key, and what it is sealed for. */
const OF_LINKS = 'links';
const fieldsSchema = z.looseObject({ kind: z.string(), workspace: z.number(), untilMs: z.number().optional() });

/**
 * The tokens of an installation: signed and read with a key that is made once and kept, sealed, in the state. The key is read
 * now: links are signed inside transactions, where nothing else may be read.
 */
export async function openTokens({
  state,
  clock,
  seal,
}: Pick<Services, 'state' | 'clock' | 'seal'>): Promise<SignedTokens> {
  const kept = await state.secrets.ensure(state.db, OF_LINKS, () => seal.seal(newSecret(), OF_LINKS));
  return new SignedTokens(Buffer.from(seal.open(kept, OF_LINKS), 'base64url'), clock);
}

/** Signs and reads the tokens of links for people without an account. */
export class SignedTokens {
  readonly #key: Buffer;
  readonly #clock: Clock;

  constructor(key: Buffer, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  /** A token that fits into an address; the same fields in the same order give the same token. */
  sign(fields: TokenFields): string {
    const body = Buffer.from(JSON.stringify(fields)).toString('base64url');
    return `${body}.${this.#signature(body)}`;
  }

  /** What a token says; null when it is not ours, of another kind, or too old. */
  read(token: string, kind: string): TokenFields | null {
    const [body = '', given = '', more] = token.split('.');
    // Compared as text: decoding would read over signs that are none of base64url.
    if (more !== undefined || !isSameSecret(given, this.#signature(body))) return null;
    const fields = fieldsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString())) as TokenFields;
    const isLate = fields.untilMs !== undefined && this.#clock.now() >= fields.untilMs;
    return fields.kind === kind && !isLate ? fields : null;
  }

  #signature(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest().subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}
