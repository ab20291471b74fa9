import type { z } from 'zod';
import type { RouteRole } from '../roles.ts';
import type { Address } from './addresses.ts';

/** Who may call a route, and what it leaves in the audit log. The server refuses to start with a route that says neither. */
export interface RouteAccess extends Address {
  readonly role: RouteRole;
  /** Action of the one row that every successful call writes; null: nothing is changed and nothing is written. */
  readonly audit: string | null;
}

export interface RouteSpec extends RouteAccess {
  readonly says: string;
  readonly body: z.ZodType | null;
  readonly reply: z.ZodType;
}
