import { createHash } from 'node:crypto';
import type { SessionLimits } from '@continuo/state';

const HOUR_MS = 3_600_000;

/** 12 hours without use, 30 days in all. */
export const SESSION_LIMITS: SessionLimits = { idleMs: 12 * HOUR_MS, longestMs: 30 * 24 * HOUR_MS };

/** Where TLS is, the `__Host-` prefix binds the cookie to this host and to TLS. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-continuo_session' : 'continuo_session';
}

/** The session's secret in a `Cookie` header; null when there is none. Of several the first counts. */
export function readCookie(header: string | undefined, isSecure: boolean): string | null {
  const name = cookieName(isSecure);
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}

/** A `Set-Cookie` header that hands the secret over; null takes it away. */
export function writeCookie(secret: string | null, isSecure: boolean): string {
  const age = secret === null ? 0 : SESSION_LIMITS.longestMs / 1000;
  return `${cookieName(isSecure)}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** What a page sends back as `continuo-csrf`: made of the session's secret, which scripts cannot read. */
export function csrfOf(secret: string): string {
  return createHash('sha256').update(`csrf\0${secret}`).digest('base64url');
}
