import { isObject } from './flatten.ts';
import type { RawValue } from './record.ts';

/** Names of the sections in OCEL 2.0 and 1.0. */
export const OBJECT_SECTIONS: ReadonlySet<string> = new Set(['objects', 'ocel:objects']);
export const EVENT_SECTIONS: ReadonlySet<string> = new Set(['events', 'ocel:events']);

const CUSTOMER_LIKE = /custom|client|kund|user|person|applicant|patient|member|passenger|citizen|guest/i;

export interface ObjectFacts {
  readonly type: string;
  /** First value of each attribute. */
  readonly attributes: Readonly<Record<string, RawValue>>;
}

const NONE: Readonly<Record<string, RawValue>> = {};

/** Every object of a log with its type; the first attribute values of each. */
export class ObjectIndex {
  readonly types: string[] = [];
  readonly warnings: string[] = [];
  readonly #objects = new Map<string, ObjectFacts>();

  /** Adds an object of either version; one without a type or an id is left out. The first of two with one id stays. */
  add(key: string, object: Readonly<Record<string, unknown>>): void {
    const id = textOf(object.id) || key;
    const type = textOf(object.type ?? object['ocel:type']);
    if (id === '' || type === '' || this.#objects.has(id)) return;
    if (!this.types.includes(type)) this.types.push(type);
    this.#objects.set(id, { type, attributes: attributesOf(object) });
  }

  get(id: string): ObjectFacts | undefined {
    return this.#objects.get(id);
  }

  /** The type whose name sounds like a customer, else the first of the log; `''` for a log without objects. */
  likeliestType(): string {
    return this.types.find((type) => CUSTOMER_LIKE.test(type)) ?? this.types[0] ?? '';
  }
}

function attributesOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, RawValue>> {
  const found = attributePairs(object.attributes ?? object['ocel:ovmap']);
  return Object.keys(found).length === 0 ? NONE : found;
}

/** Attributes as OCEL 2.0 lists `[{name, value}]` or OCEL 1.0 writes `{name: value}`; the first of equal names counts. */
export function attributePairs(value: unknown): Record<string, RawValue> {
  const pairs: Record<string, RawValue> = {};
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (!isObject(entry)) continue;
      const name = textOf(entry.name);
      if (name !== '' && !Object.hasOwn(pairs, name)) pairs[name] = plain(entry.value);
    }
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) pairs[name] = plain(inner);
  }
  return pairs;
}

/** Text of an id or name; numbers become text, everything else `''`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function plain(value: unknown): RawValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}
