/** A JSON Schema or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const said = (description: string, schema: Schema): Schema => ({ description, ...schema });
export const oneOf = (words: readonly string[]): Schema => ({ enum: [...words] });

/** A map with these fields and no others; what is empty counts as left out. */
export function fields(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  const optional = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, required.includes(name) ? schema : optional(schema)]),
    ),
    required: [...required],
    additionalProperties: false,
  };
}
