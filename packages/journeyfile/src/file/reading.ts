import { readDuration } from './duration.ts';
import { nearest } from './nearest.ts';
import type { FileProblem } from './problem.ts';
import { type FileMap, type FilePath, type FileValue, isList, isMap, type Parsed, pathText } from './value.ts';

/** Collects what is wrong while a file is read, so that all of it is said at once. */
export class Reading {
  readonly problems: FileProblem[] = [];
  readonly #parsed: Parsed;

  constructor(parsed: Parsed) {
    this.#parsed = parsed;
  }

  lineOf(path: FilePath, isKey = false): number | null {
    return this.#parsed.lineOf(path, isKey);
  }

  add(path: FilePath, words: string, todo: string, isKey = false): void {
    // A broken file may break in a thousand places; a hundred are enough to begin with.
    if (this.problems.length < 100)
      this.problems.push({ line: this.lineOf(path, isKey), path: pathText(path), words, todo });
  }

  /** The fields of a map, unknown ones already reported with the nearest known one. Null, and reported, when it is no map. */
  fields(value: FileValue | undefined, path: FilePath, known: readonly string[], what: string): Fields | null {
    if (!isMap(value)) {
      this.add(path, `${what} is not written as “key: value” lines.`, `It may have: ${known.join(', ')}.`);
      return null;
    }
    for (const key of value.keys()) {
      if (known.includes(key)) continue;
      const like = nearest(key, known);
      const todo = like === null ? `${what} may have: ${known.join(', ')}.` : `Did you mean “${like}”?`;
      this.add([...path, key], `“${key}” is not known here.`, todo, true);
    }
    return new Fields(this, value, path);
  }

  /** A scalar as text; null, and reported, when it is a list or a map or empty. */
  text(value: FileValue | undefined, path: FilePath): string | null {
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const isNothing = value === null || value === undefined || value === '';
    this.add(
      path,
      isNothing ? 'There is no text here.' : 'A text is wanted here, not a list.',
      'Write a text, or leave the line out.',
    );
    return null;
  }

  /** One text or a list of them; nothing is an empty list. */
  texts(value: FileValue | undefined, path: FilePath): string[] {
    if (value === null || value === undefined) return [];
    if (!isList(value)) return [this.text(value, path)].filter((text) => text !== null);
    return value.flatMap((item, i) => this.text(item, [...path, i]) ?? []);
  }
}

/** The fields of one map of the file, each read as what it is meant to be. Missing ones and empty ones take their default. */
export class Fields {
  readonly reading: Reading;
  readonly map: FileMap;
  readonly path: FilePath;

  constructor(reading: Reading, map: FileMap, path: FilePath) {
    this.reading = reading;
    this.map = map;
    this.path = path;
  }

  has(key: string): boolean {
    return this.map.has(key);
  }

  get(key: string): FileValue {
    return this.map.get(key) ?? null;
  }

  at(key: string): FilePath {
    return [...this.path, key];
  }

  text(key: string): string | null {
    const value = this.get(key);
    return value === null || value === '' ? null : this.reading.text(value, this.at(key));
  }

  texts(key: string): string[] {
    return this.reading.texts(this.get(key), this.at(key));
  }

  /** One of these words; “_”, “-” and blanks are the same in them. */
  word<Word extends string>(key: string, words: readonly Word[], missing: Word): Word {
    const said = this.text(key);
    if (said === null) return missing;
    const found = words.find((word) => plain(word) === plain(said));
    if (found !== undefined) return found;
    const like = nearest(said, words);
    this.reading.add(
      this.at(key),
      `“${said}” is not a value of “${key}”.`,
      like === null ? `Write one of: ${words.join(', ')}.` : `Did you mean “${like}”?`,
    );
    return missing;
  }

  flag(key: string): boolean {
    const value = this.get(key);
    if (value === null) return false;
    if (typeof value === 'boolean') return value;
    if (value === 'yes' || value === 'no') return value === 'yes';
    this.reading.add(
      this.at(key),
      `“${key}” is neither true nor false.`,
      `Write “${key}: true”, or leave the line out.`,
    );
    return false;
  }

  /** Milliseconds; null when missing or, reported, when it is no duration. */
  duration(key: string): number | null {
    const value = this.get(key);
    if (value === null || value === '') return null;
    const ms = typeof value === 'string' ? readDuration(value) : null;
    if (ms === null)
      this.reading.add(
        this.at(key),
        typeof value === 'number' ? `“${value}” has no unit.` : `“${String(value)}” is not a length of time.`,
        'Write for instance “10 days”, “90 min” or “36 h”; a month is “30 days”.',
      );
    return ms;
  }
}

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
