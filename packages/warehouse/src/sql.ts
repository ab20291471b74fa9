/** A value bound by the engine as `{pN:Type}`; chDB and ClickHouse over HTTP both take this form. */
export interface Param {
  readonly kind: 'param';
  readonly type: string;
  readonly value: unknown;
}
export interface Sql {
  readonly kind: 'sql';
  readonly strings: readonly string[];
  readonly values: readonly (Param | Sql)[];
}
export interface CompiledSql {
  readonly text: string;
  readonly params: Readonly<Record<string, Param>>;
}

const param = (type: string, value: unknown): Param => ({ kind: 'param', type, value });

export const text = (value: string): Param => param('String', value);
export const texts = (value: readonly string[]): Param => param('Array(String)', value);
/** Unsigned 64-bit; numbers must be safe integers. */
export const uint = (value: number | bigint): Param => param('UInt64', value);
export const uints = (value: readonly (number | bigint)[]): Param => param('Array(UInt64)', value);
export const int = (value: number | bigint): Param => param('Int64', value);
export const codes = (value: readonly number[]): Param => param('Array(UInt16)', value);
export const float = (value: number): Param => param('Float64', value);
export const floats = (value: readonly number[]): Param => param('Array(Float64)', value);
export const textLists = (value: readonly (readonly string[])[]): Param => param('Array(Array(String))', value);
export const codeLists = (value: readonly (readonly number[])[]): Param => param('Array(Array(UInt16))', value);
/** A table or column name; may not hold a dot: write `${name(db)}.${name(table)}`. */
export const name = (value: string): Param => param('Identifier', value);

/** Plain strings and numbers are rejected by the type: every value states its ClickHouse type. */
export const sql = (strings: TemplateStringsArray, ...values: readonly (Param | Sql)[]): Sql => ({
  kind: 'sql',
  strings,
  values,
});

export const nothing: Sql = sql``;

/** Fragments one after the other with a separator between; nothing when there are none. */
export function join(items: readonly Sql[], separator: Sql): Sql {
  return items.reduce((all, item, i) => (i === 0 ? item : sql`${all}${separator}${item}`), nothing);
}

/** Numbers parameters in reading order, so the same question always renders to the same text. */
export function compile(root: Sql): CompiledSql {
  const params: Record<string, Param> = {};
  let count = 0;
  const render = (node: Param | Sql): string => {
    if (node.kind === 'param') {
      const id = `p${count}`;
      count += 1;
      params[id] = node;
      return `{${id}:${node.type}}`;
    }
    return node.strings
      .map((part, i) => {
        const value = node.values[i];
        return value ? part + render(value) : part;
      })
      .join('');
  };
  return { text: render(root), params };
}
