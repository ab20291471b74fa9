import type { RawRow, RawValue } from '../formats/record.ts';

/** What the first rows of a file show about one column. */
export interface ColumnFacts {
  readonly name: string;
  readonly place: number;
  readonly rows: number;
  /** Rows that hold something. */
  readonly filled: number;
  readonly distinct: number;
  /** Values that are numbers, as share of the filled. */
  readonly numeric: number;
  /** Bounds of the numeric values; 0 when there are none. */
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
  /** Mean length of the filled values in characters. */
  readonly meanLength: number;
  /** Share of the filled values with at least three words. */
  readonly wordy: number;
  /** Share of the filled values with an @ between other characters. */
  readonly emails: number;
  /** Filled values as text, in file order. */
  readonly texts: readonly string[];
}

/** Facts of every column over the given rows; faulty rows are not looked at. */
export function columnFacts(names: readonly string[], rows: readonly RawRow[]): ColumnFacts[] {
  const sound = rows.filter((row) => row.fault === null);
  return names.map((name, place) =>
    factsOf(
      name,
      place,
      sound.map((row) => row.values[place]),
    ),
  );
}

function factsOf(name: string, place: number, values: readonly RawValue[]): ColumnFacts {
  const texts: string[] = [];
  const distinct = new Set<string>();
  let numeric = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let isWhole = true;
  let length = 0;
  let wordy = 0;
  let emails = 0;
  for (const value of values) {
    const text = value === undefined ? '' : String(value).trim();
    if (text === '') continue;
    texts.push(text);
    distinct.add(text);
    length += text.length;
    if (/^[+-]?\d+([.,]\d+)?$/.test(text)) {
      const number = Number(text.replace(',', '.'));
      numeric += 1;
      min = Math.min(min, number);
      max = Math.max(max, number);
      if (!Number.isInteger(number)) isWhole = false;
    }
    if (/\S\s+\S+\s+\S/.test(text)) wordy += 1;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) emails += 1;
  }
  const filled = texts.length;
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    name,
    place,
    rows: values.length,
    filled,
    distinct: distinct.size,
    numeric: share(numeric),
    min: numeric === 0 ? 0 : min,
    max: numeric === 0 ? 0 : max,
    isWhole,
    meanLength: share(length),
    wordy: share(wordy),
    emails: share(emails),
    texts,
  };
}
