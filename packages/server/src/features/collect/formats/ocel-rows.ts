import { isObject } from './flatten.ts';
import { attributePairs, type ObjectIndex, textOf } from './ocel-objects.ts';
import { Columns, type RawRow, type RawValue } from './record.ts';

/** Columns of a flattened object-centric log; `ocel:type:<other type>` holds the related objects of other types. */
export const OCEL_COLUMNS = {
  event: 'ocel:eid',
  activity: 'ocel:activity',
  time: 'ocel:timestamp',
  object: 'ocel:oid',
  qualifier: 'ocel:qualifier',
} as const;

interface Relation {
  readonly id: string;
  readonly qualifier: string;
}

/** Flattens the events of a log on one object type. */
export class OcelRows {
  readonly columns = new Columns(Object.values(OCEL_COLUMNS));
  #rows: RawRow[] = [];
  #record = 0;
  readonly #index: ObjectIndex;
  readonly #type: string;

  constructor(index: ObjectIndex, type: string) {
    this.#index = index;
    this.#type = type;
  }

  /** Adds an event: a row for each of its objects of the type, none when it has none. */
  add(key: string, event: Readonly<Record<string, unknown>>, line: number): void {
    const record = this.#record;
    this.#record += 1;
    const relations = relationsOf(event);
    const values: RawValue[] = [];
    this.#put(values, OCEL_COLUMNS.event, textOf(event.id) || key);
    this.#put(values, OCEL_COLUMNS.activity, textOf(event.type ?? event['ocel:activity']));
    this.#put(values, OCEL_COLUMNS.time, textOf(event.time ?? event['ocel:timestamp']));
    const attributes = attributePairs(event.attributes ?? event['ocel:vmap']);
    for (const name of Object.keys(attributes)) this.#put(values, name, attributes[name]);
    this.#putOthers(values, relations);
    const seen = new Set<string>();
    for (const { id, qualifier } of relations) {
      const object = this.#index.get(id);
      if (object?.type !== this.#type || seen.has(id)) continue;
      seen.add(id);
      const own = [...values];
      this.#put(own, OCEL_COLUMNS.object, id);
      if (qualifier !== '') this.#put(own, OCEL_COLUMNS.qualifier, qualifier);
      for (const name of Object.keys(object.attributes)) this.#put(own, `case:${name}`, object.attributes[name]);
      this.#rows.push({ record, line, values: own, objectId: id, fault: null });
    }
  }

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** One column for each other type: its object, or several with commas. */
  #putOthers(values: RawValue[], relations: readonly Relation[]): void {
    const others = new Map<string, string>();
    for (const { id } of relations) {
      const type = this.#index.get(id)?.type;
      if (type === undefined || type === this.#type) continue;
      const before = others.get(type);
      others.set(type, before === undefined ? id : `${before}, ${id}`);
    }
    for (const [type, ids] of others) this.#put(values, `ocel:type:${type}`, ids);
  }

  #put(values: RawValue[], name: string, value: RawValue): void {
    const place = this.columns.place(name);
    if (place < 0) return;
    while (values.length <= place) values.push(undefined);
    values[place] = value;
  }
}

function relationsOf(event: Readonly<Record<string, unknown>>): Relation[] {
  const relations: Relation[] = [];
  const second = event.relationships;
  if (Array.isArray(second)) {
    for (const entry of second) {
      if (isObject(entry)) relations.push({ id: textOf(entry.objectId), qualifier: textOf(entry.qualifier) });
    }
  }
  const first = event['ocel:omap'];
  if (Array.isArray(first)) for (const id of first) relations.push({ id: textOf(id), qualifier: '' });
  return relations;
}
