import { Columns, type RawRow, type RawValue } from './record.ts';

/** At most this many events of one trace wait for its attributes; a longer trace is let out in parts. */
const MAX_HELD = 10_000;

const PLACEHOLDERS = new Set(['', 'UNKNOWN', '__INVALID__', 'NOT_SPECIFIED', 'string', 'name']);
/** A made-up time or name would turn an event that says nothing into a false one. */
const NEVER_DEFAULTED = new Set(['time:timestamp', 'concept:name', 'case:concept:name']);

type Place = 'log' | 'global-event' | 'global-trace' | 'trace' | 'event';

interface HeldEvent {
  readonly line: number;
  readonly values: RawValue[];
}

/** Follows the tags of a XES log and gives a row for each event. Knows nothing of XML syntax. */
export class XesLog {
  readonly columns = new Columns();
  #rows: RawRow[] = [];
  #record = 0;
  #place: Place = 'log';
  /** Keys of the attributes that are open, for dotted names. */
  readonly #keys: string[] = [];
  #case: RawValue[] = [];
  #held: HeldEvent[] = [];
  #event: HeldEvent | null = null;
  #isInTrace = false;
  readonly #defaults = new Map<number, RawValue>();

  open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void {
    switch (tag) {
      case 'trace':
        this.#place = 'trace';
        this.#isInTrace = true;
        this.#case = [];
        return;
      case 'event':
        this.#place = 'event';
        this.#event = { line, values: [] };
        return;
      case 'global':
        this.#place = attributes.scope === 'trace' ? 'global-trace' : 'global-event';
        return;
      default:
        this.#attribute(tag, attributes);
    }
  }

  close(tag: string): void {
    switch (tag) {
      case 'trace':
        this.#release();
        this.#isInTrace = false;
        this.#place = 'log';
        return;
      case 'event':
        if (this.#event !== null) this.#held.push(this.#event);
        this.#event = null;
        this.#place = this.#isInTrace ? 'trace' : 'log';
        if (!this.#isInTrace || this.#held.length >= MAX_HELD) this.#release();
        return;
      case 'global':
        this.#place = 'log';
        return;
      default:
        if (isAttribute(tag)) this.#keys.pop();
    }
  }

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #attribute(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (!isAttribute(tag)) return;
    const key = attributes.key ?? '';
    this.#keys.push(key);
    if (this.#place === 'log' || tag === 'list' || tag === 'container') return;
    const path = this.#keys.length === 1 ? key : this.#keys.join('.');
    const value = typed(tag, attributes.value ?? '');
    switch (this.#place) {
      case 'event':
        if (this.#event !== null) put(this.#event.values, this.columns.place(path), value);
        return;
      case 'trace':
        put(this.#case, this.columns.place(`case:${path}`), value);
        return;
      case 'global-event':
        this.#default(tag, path, value);
        return;
      case 'global-trace':
        this.#default(tag, `case:${path}`, value);
        return;
    }
  }

  #default(tag: string, path: string, value: RawValue): void {
    if (tag === 'date' || NEVER_DEFAULTED.has(path) || PLACEHOLDERS.has(String(value))) return;
    const place = this.columns.place(path);
    if (place >= 0) this.#defaults.set(place, value);
  }

  /** Lets the waiting events out with the attributes of their trace as far as they are known. */
  #release(): void {
    for (const { line, values } of this.#held) {
      for (const [place, value] of this.#case.entries()) {
        if (value !== undefined) put(values, place, value);
      }
      for (const [place, value] of this.#defaults) {
        if (values[place] === undefined) put(values, place, value);
      }
      this.#rows.push({ record: this.#record, line, values, objectId: '', fault: null });
      this.#record += 1;
    }
    this.#held = [];
  }
}

function isAttribute(tag: string): boolean {
  switch (tag) {
    case 'string':
    case 'date':
    case 'int':
    case 'float':
    case 'boolean':
    case 'id':
    case 'list':
    case 'container':
      return true;
    default:
      return false;
  }
}

function typed(tag: string, text: string): RawValue {
  if (tag === 'boolean') return text === 'true';
  if (tag !== 'int' && tag !== 'float') return text;
  const number = Number(text);
  // Integers beyond 2^53 would change: they stay text.
  if (text.trim() === '' || !Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) return text;
  return number;
}

function put(values: RawValue[], place: number, value: RawValue): void {
  if (place < 0) return;
  while (values.length <= place) values.push(undefined);
  values[place] = value;
}
