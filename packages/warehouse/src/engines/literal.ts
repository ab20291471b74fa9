import type { Param } from '../sql.ts';

/**
 * Text form of a parameter as ClickHouse reads `param_pN`: the escaped TSV form of its type.
 * Top-level strings are escaped only (`\\`, `\t`, `\n`, …); strings inside arrays are quoted as well.
 */
export function parameterText({ type, value }: Param): string {
  if (Array.isArray(value)) return `[${value.map((item) => nested(item)).join(',')}]`;
  return typeof value === 'string' ? escapeText(value) : scalar(value, type);
}

/** A string literal of SQL, for `SET param_pN = '…'` on a chDB lane. Any text survives; round-trip fuzzed. */
export function quote(value: string): string {
  return `'${escapeText(value)}'`;
}

function nested(item: unknown): string {
  if (Array.isArray(item)) return `[${item.map((inner) => nested(inner)).join(',')}]`;
  return typeof item === 'string' ? quote(item) : scalar(item, '');
}

function scalar(value: unknown, type: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw new TypeError(`a ${typeof value} cannot be bound as ${type}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeText(value: string): string {
  return value.replace(/[\\'\0\b\f\n\r\t]/g, (character) => ESCAPES[character] as string);
}
