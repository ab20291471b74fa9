/** Words that, as a property's name or a part of it, say that its value is a member of staff. */
export const STAFF_WORDS = [
  'agent',
  'employee',
  'staff',
  'clerk',
  'handled by',
  'resource',
  'assignee',
  'advisor',
  'adviser',
  'handler',
  'cashier',
  'salesperson',
  'sales rep',
  'representative',
  'caseworker',
  'technician',
  'driver',
  'crew member',
  'waiter',
  'consultant',
  'served by',
  'assigned to',
  'resolved by',
  'closed by',
  'mitarbeiter',
  'sachbearbeiter',
  'berater',
  'empleado',
  'agente',
  'vendedor',
  'employé',
  'vendeur',
  'conseiller',
  'dipendente',
  'medewerker',
] as const;

/** Words after which something is a count, a place or a group of staff, not one of them. */
const NOT_ONE = [
  'team',
  'group',
  'role',
  'type',
  'department',
  'count',
  'number of',
  'minutes',
  'seconds',
  'user agent',
];

/** A name in lower case, its words apart: `org:resourceId` is `org resource id`. */
function wordsOf(name: string): string {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return ` ${apart.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/**
 * True when a property, by its name, names a member of staff: `agent_id`, `org:resource`, `handledBy`. A team, a role or a
 * count is none. By names only: a property called otherwise is not known. Empty: false.
 */
export function isStaffProperty(name: string): boolean {
  const words = wordsOf(name);
  if (NOT_ONE.some((word) => words.includes(` ${word} `))) return false;
  return STAFF_WORDS.some((word) => words.includes(` ${word} `) || words.includes(` ${word}s `));
}
