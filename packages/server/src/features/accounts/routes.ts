import type { FastifyInstance } from 'fastify';
import type { Door } from '../../platform/http/identify.ts';
import type { Services } from '../../platform/services.ts';
import { auditRoutes } from './audit-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { warmPasswords } from './passwords.ts';
import { sessionRoutes } from './session-routes.ts';

/** Accounts, sessions, members, invitations, tokens and the audit log. */
export function accountRoutes(app: FastifyInstance, services: Services, door: Door): void {
  warmPasswords();
  sessionRoutes(app, services, door);
  memberRoutes(app, services, door);
  ownRoutes(app, services, door);
  auditRoutes(app, services);
}
