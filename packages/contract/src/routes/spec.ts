import type { z } from 'zod';
import type { RouteRole } from '../accounts.ts';

/** Who may call a route, and what it leaves in the audit log. The server refuses to start with a route that says neither. */
export interface RouteAccess {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1`. */
  readonly path: string;
  readonly role: RouteRole;
  /** Action of the one row that every successful call writes; null: nothing is changed and nothing is written. */
  readonly audit: string | null;
}

export interface RouteSpec extends RouteAccess {
  readonly says: string;
  readonly body: z.ZodType | null;
  readonly reply: z.ZodType;
}
