import type { Condition, Matcher } from '@continuo/core';
import type { Reading } from './reading.ts';
import { type FilePath, type FileValue, isList, isMap } from './value.ts';
import { MATCHER_KEYS } from './words.ts';

/**
 * Which events are meant: a name, a list of names (any of them), or a list with conditions. Names alone are one matcher; as soon as one
 * entry of the list is a map, each entry is a matcher of its own.
 */
export function readMatchers(reading: Reading, value: FileValue | undefined, path: FilePath): Matcher[] {
  if (value === null || value === undefined || value === '') return [];
  if (isMap(value)) return readMatcher(reading, value, path);
  if (isList(value) && value.some(isMap)) return value.flatMap((item, i) => readMatcher(reading, item, [...path, i]));
  const events = reading.texts(value, path);
  return events.length === 0 ? [] : [{ events, where: [], channels: [] }];
}

function readMatcher(reading: Reading, value: FileValue, path: FilePath): Matcher[] {
  if (!isMap(value)) {
    const events = reading.texts(value, path);
    return events.length === 0 ? [] : [{ events, where: [], channels: [] }];
  }
  const fields = reading.fields(value, path, MATCHER_KEYS, 'An event');
  if (fields === null) return [];
  const events = fields.texts('event');
  if (events.length === 0) {
    reading.add(path, 'It does not say which event.', 'Write “event: Order placed”, or a list of names.');
    return [];
  }
  return [
    { events, where: readWhere(reading, fields.get('where'), fields.at('where')), channels: fields.texts('channels') },
  ];
}

function readWhere(reading: Reading, value: FileValue, path: FilePath): Condition[] {
  if (value === null) return [];
  if (isList(value)) return value.flatMap((item, i) => readWhere(reading, item, [...path, i]));
  if (!isMap(value)) {
    reading.add(path, 'A condition names a property and its value.', 'Write for instance “where: {country: DE}”.');
    return [];
  }
  return [...value].flatMap(([property, test]) => readCondition(reading, property, test, [...path, property]));
}

function readCondition(reading: Reading, property: string, test: FileValue, path: FilePath): Condition[] {
  if (!isMap(test)) {
    const values = valuesOf(reading, test, path);
    return values.length === 0 ? [] : [{ property, test: 'is', values }];
  }
  const fields = reading.fields(test, path, ['is', 'not', 'exists'], 'A condition');
  if (fields === null) return [];
  if (fields.map.size !== 1) {
    reading.add(
      path,
      'A condition has exactly one of: is, not, exists.',
      'For two conditions on a property write “where” as a list.',
    );
    return [];
  }
  if (fields.has('exists')) {
    if (fields.flag('exists')) return [{ property, test: 'exists', values: [] }];
    reading.add(path, '“exists” can only be true.', `Write “${property}: {exists: true}”.`);
    return [];
  }
  const word = fields.has('not') ? 'not' : 'is';
  const values = valuesOf(reading, fields.get(word), fields.at(word));
  return values.length === 0 ? [] : [{ property, test: word === 'not' ? 'is-not' : 'is', values }];
}

/** Unlike texts elsewhere a value may be empty. */
function valuesOf(reading: Reading, value: FileValue, path: FilePath): string[] {
  const values = (isList(value) ? value : [value]).flatMap((item, i) =>
    item === '' ? [''] : (reading.text(item, isList(value) ? [...path, i] : path) ?? []),
  );
  if (isList(value) && value.length === 0)
    reading.add(path, 'There is no value.', 'Write a value or a list of values.');
  return values;
}
