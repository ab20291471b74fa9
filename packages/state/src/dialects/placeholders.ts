import { Problem } from '@continuo/core';

// Quoted pieces and comments, in which a question mark is only a character; then a placeholder.
const PIECE =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\?\d*|[:@$][A-Za-z_]\w*/g;

/**
 * Number of `?` in an SQLite statement, outside texts, quoted names and comments; 0 when there is none.
 * Needed because libsql takes missing and surplus parameters without a word.
 * Throws `state.failed` for numbered and named placeholders, which nothing here writes.
 */
export function countPlaceholders(text: string): number {
  let placeholders = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece === '?') placeholders += 1;
    else if (/^[?:@$]/.test(piece)) {
      throw new Problem('state.failed', `Placeholder ${piece} is not a plain question mark.`, {
        details: { reason: 'parameter' },
      });
    }
  }
  return placeholders;
}
