import { Problem } from '@continuo/core';
import type { z } from 'zod';

/** JSON text of a column as the value its schema promises. Throws `state.failed` naming the column when it is not. */
export function decodeJson<T>(schema: z.ZodType<T>, text: string, column: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Problem('state.failed', `Column ${column} holds what this version cannot read.`, {
      details: { reason: 'json', column },
      cause,
    });
  }
}
