/** What a YAML or JSON file holds, before anybody knows what it means. Maps keep the order of the file and any key. */
export type FileValue = string | number | boolean | null | readonly FileValue[] | FileMap;
export type FileMap = ReadonlyMap<string, FileValue>;
/** Keys and places (0 is the first) from the top. */
export type FilePath = readonly (string | number)[];

/** A file taken apart, and where its parts stand. */
export interface Parsed {
  readonly value: FileValue;
  /** Line of the value at this path, of its key when `isKey`; null when it cannot be told. */
  readonly lineOf: (path: FilePath, isKey: boolean) => number | null;
}

export const isMap = (value: FileValue | undefined): value is FileMap => value instanceof Map;
export const isList = (value: FileValue | undefined): value is readonly FileValue[] => Array.isArray(value);

/** `stages › 2 › steps`: places count from 1, as people do. */
export function pathText(path: FilePath): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join(' › ');
}
