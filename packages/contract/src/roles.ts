// Apart from the schemas, so that a browser can know roles without them.
/** What somebody may do in a workspace, each including what stands before it. */
export const ROLES = ['viewer', 'editor', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call a route: a role, or `anyone`, also somebody who has not signed in. */
export type RouteRole = Role | 'anyone';

/** True when a role includes what another one may. */
export function includesRole(has: Role, needs: Role): boolean {
  return ROLES.indexOf(has) >= ROLES.indexOf(needs);
}

/** Why somebody wants to know who a customer is; there is no other reason. */
export const PURPOSES = ['call back', 'research', 'quality'] as const;
export type Purpose = (typeof PURPOSES)[number];
