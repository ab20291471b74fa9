import type { CompiledSql, Param } from '../sql.ts';
import { parameterText, quote } from './literal.ts';

/** A ClickHouse server refuses form fields over 128 KiB (`http_max_field_value_size`, of its own profile). */
const MAX_CHARACTERS = 32_000;

/**
 * Moves parameters that are too long for a request field into the text, as `_CAST('…', 'Type')`: what the engine makes of
 * a parameter itself. The same escaping that carries parameters to chDB keeps their content from being read as SQL.
 * Lists of ids are what is long; 50,000 of them are 1 MB.
 */
export function inlineLongParameters({ text, params }: CompiledSql): CompiledSql {
  const short: Record<string, Param> = {};
  let inlined = text;
  for (const [id, param] of Object.entries(params)) {
    const value = parameterText(param);
    if (value.length <= MAX_CHARACTERS || param.type === 'Identifier') {
      short[id] = param;
      continue;
    }
    const literal = `_CAST(${quote(value)}, ${quote(param.type)})`;
    // A function, because `$&` in a replacement text would be read as a pattern.
    inlined = inlined.replace(`{${id}:${param.type}}`, () => literal);
  }
  return { text: inlined, params: short };
}
