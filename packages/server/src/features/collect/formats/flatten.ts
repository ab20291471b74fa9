import type { RawValue } from './record.ts';

const MAX_DEPTH = 6;

/**
 * Flattens a JSON object to dotted names: `{"a":{"b":1}}` gives `a.b`. Lists, and objects deeper than 6 levels, become
 * JSON text; null gives nothing. The visitor gets each name with its value, in the order of the file.
 */
export function flatten(
  value: Readonly<Record<string, unknown>>,
  visit: (name: string, value: RawValue) => void,
  prefix = '',
  depth = 1,
): void {
  for (const key of Object.keys(value)) {
    const inner = value[key];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (inner === null || inner === undefined) continue;
    if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean') visit(name, inner);
    else if (isObject(inner) && depth < MAX_DEPTH) flatten(inner, visit, name, depth + 1);
    else visit(name, JSON.stringify(inner));
  }
}

/** True for a JSON object, false for lists and everything else. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
