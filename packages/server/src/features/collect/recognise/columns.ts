import type { ColumnFacts } from '../guess/column-facts.ts';

/** The first of the names that is a column with values (upper and lower case alike), as the file writes it; else null. */
export function filledColumn(columns: readonly ColumnFacts[], ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined && found.filled > 0) return found.name;
  }
  return null;
}

/** The first of the names that is filled in nearly every row: fit to say who somebody is. */
export function fullColumn(columns: readonly ColumnFacts[], ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined && found.rows > 0 && found.filled >= found.rows * 0.9) return found.name;
  }
  return null;
}

/** True when every name is a column, filled or not. */
export function hasColumns(columns: readonly ColumnFacts[], ...names: readonly string[]): boolean {
  return names.every((name) => columns.some((column) => column.name.toLowerCase() === name.toLowerCase()));
}
