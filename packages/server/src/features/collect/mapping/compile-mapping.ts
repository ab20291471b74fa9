import type { Mapping } from '@continuo/contract';
import { type IdentityKind, Problem, type Scale } from '@continuo/core';
import { FEEDBACK_COLUMNS } from '../formats/feedback-rows.ts';
import { SEGMENT_ACTIVITY } from '../formats/ndjson.ts';
import type { Columns, RawRow, RawValue } from '../formats/record.ts';
import { readScore } from './read-score.ts';
import { compileTime, EARLIEST_MS, LATEST_MS } from './read-time.ts';
import { Zone } from './zone.ts';

/** The parts of an event as a mapping found them. One object is used again for every row: copy what you keep. */
export interface EventFields {
  personKind: IdentityKind;
  person: string;
  caseKey: string;
  name: string;
  channel: string;
  timeMs: number;
  score: number | null;
  scale: Scale;
  text: string;
  /** `''` when the mapping has none or the row says nothing. */
  messageId: string;
}

/** `null`: the row is an event; `left out`: the mapping's filter says no; otherwise why it was rejected. */
export type Verdict = null | 'left out' | { readonly reason: string };

/** A mapping ready for use on the rows of one reader. */
export interface CompiledMapping {
  readonly fields: EventFields;
  readonly zone: Zone;
  /** Scores that were no number on the scale. */
  readonly offScale: () => number;
  read(row: RawRow): Verdict;
  /** Whether the column at a place is kept as a property. */
  isProperty(place: number): boolean;
}

interface Places {
  width: number;
  person: number;
  anonymous: number;
  caseKey: number;
  activity: number;
  time: number;
  channel: number;
  score: number;
  scale: number;
  text: number;
  messageId: number;
  lifecycle: number;
  used: Set<number>;
}

const NO_TIME = { reason: 'has no time' };
const NO_PERSON = { reason: 'does not say to whom it happened' };
const NO_ACTIVITY = { reason: 'does not say what happened' };

/**
 * Compiles a mapping for a reader. `workspaceZone` is used when the mapping names none. `rowPerson` names the person of a
 * row when the mapping has neither person nor case: then every row is a customer of its own.
 * A row whose `userId` is empty but whose `anonymousId` is not belongs to the anonymous one, as Segment has it; so does an
 * answer of feedback records without `user_id`, to whoever gave it. Their scores are on the scale that each says.
 * Throws `import.mapping_incomplete` when a header lacks a mapped column or a format or zone cannot be used.
 */
export function compileMapping(
  mapping: Mapping,
  columns: Columns,
  options: {
    readonly hasHeader: boolean;
    readonly workspaceZone: string;
    readonly rowPerson: (record: number) => string;
  },
): CompiledMapping {
  if (mapping.time === '') throw new Problem('import.mapping_incomplete', 'Say which column holds the times.');
  if (options.hasHeader) requireColumns(mapping, columns);
  if (mapping.activity === null && (mapping.activityName ?? '') === '') {
    throw new Problem(
      'import.mapping_incomplete',
      'Say which column tells what happened, or give one name for all rows.',
    );
  }
  if (mapping.score !== null && mapping.scale === null)
    throw new Problem('import.mapping_incomplete', 'Say on which scale the scores are: without one no answer counts.');
  const zone = new Zone(mapping.timeZone ?? options.workspaceZone);
  const readTime = compileTime(mapping.timeFormat, zone);
  const fields = emptyFields();
  fields.name = mapping.activityName ?? '';
  const { scale, lifecycle, activityPrefix, properties } = mapping;
  const kept = properties === null ? null : new Set(properties);
  let places = placesOf(mapping, columns);
  let offScale = 0;

  function read(row: RawRow): Verdict {
    if (row.fault !== null) return { reason: row.fault };
    if (places.width !== columns.names.length) places = placesOf(mapping, columns);
    const { values } = row;
    if (lifecycle !== null && textAt(values, places.lifecycle).toLowerCase() !== lifecycle.keep.toLowerCase()) {
      return 'left out';
    }
    if (mapping.activity !== null) {
      fields.name = textAt(values, places.activity);
      // A Segment call about a person (identify) is no event, and that is no fault.
      if (fields.name === '') return isAboutPerson(values) ? 'left out' : NO_ACTIVITY;
    }
    if (activityPrefix !== null && !fields.name.startsWith(activityPrefix)) return 'left out';
    const time = values[places.time];
    if (time === undefined || time === '') return NO_TIME;
    fields.timeMs = readTime(time);
    if (!(fields.timeMs >= EARLIEST_MS && fields.timeMs < LATEST_MS)) return badTime(time, fields.timeMs);
    fields.caseKey = textAt(values, places.caseKey);
    if (!readPerson(values, row.record)) return NO_PERSON;
    fields.channel = textAt(values, places.channel);
    fields.text = textAt(values, places.text);
    fields.messageId = textAt(values, places.messageId);
    readScoreOf(values);
    return null;
  }

  function isAboutPerson(values: readonly RawValue[]): boolean {
    return mapping.activity === SEGMENT_ACTIVITY && values[places.activity] === '';
  }

  function readPerson(values: readonly RawValue[], record: number): boolean {
    if (mapping.person === null) {
      fields.personKind = 'case';
      fields.person = mapping.caseKey === null ? options.rowPerson(record) : fields.caseKey;
      return fields.person !== '';
    }
    fields.personKind = 'user';
    fields.person = textAt(values, places.person);
    if (fields.person === '' && places.anonymous >= 0) {
      fields.personKind = 'anonymous';
      fields.person = textAt(values, places.anonymous);
    }
    return fields.person !== '';
  }

  function readScoreOf(values: readonly RawValue[]): void {
    fields.score = null;
    fields.scale = '';
    if (scale === null || places.score < 0) return;
    const own = (places.scale < 0 ? '' : textAt(values, places.scale)) as Scale;
    const score = readScore(values[places.score], own || scale);
    if (score === 'off') offScale += 1;
    else if (score !== null) {
      fields.score = score;
      fields.scale = own || scale;
    }
  }

  function isProperty(place: number): boolean {
    if (places.width !== columns.names.length) places = placesOf(mapping, columns);
    if (kept !== null) return kept.has(columns.names[place] ?? '');
    return !places.used.has(place);
  }

  return { fields, zone, offScale: () => offScale, read, isProperty };
}

function badTime(value: RawValue, ms: number): Verdict {
  const shown = String(value).slice(0, 40);
  if (Number.isNaN(ms)) return { reason: `has a time that cannot be read: ${shown}` };
  return { reason: `has a time outside 1970 to 2200: ${shown}` };
}

/** Text of a field without blanks around it. */
function textAt(values: readonly RawValue[], place: number): string {
  const value = place < 0 ? undefined : values[place];
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  if (value === '') return value;
  return value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32 ? value.trim() : value;
}

function placesOf(mapping: Mapping, columns: Columns): Places {
  const at = (name: string | null) => (name === null ? -1 : columns.find(name));
  const places = {
    width: columns.names.length,
    person: at(mapping.person),
    anonymous: mapping.person === 'userId' ? at('anonymousId') : at(FEEDBACK_COLUMNS.anonymous),
    caseKey: at(mapping.caseKey),
    activity: at(mapping.activity),
    time: at(mapping.time),
    channel: at(mapping.channel),
    score: at(mapping.score),
    scale: at(FEEDBACK_COLUMNS.scale),
    text: at(mapping.text),
    messageId: at(mapping.messageId),
    lifecycle: at(mapping.lifecycle?.column ?? null),
  };
  const { width: _, ...columnPlaces } = places;
  return { ...places, used: new Set(Object.values(columnPlaces)) };
}

function requireColumns(mapping: Mapping, columns: Columns): void {
  const wanted = [
    mapping.person,
    mapping.caseKey,
    mapping.activity,
    mapping.time,
    mapping.channel,
    mapping.score,
    mapping.text,
    mapping.messageId,
    mapping.lifecycle?.column ?? null,
  ];
  const missing = wanted.filter((name) => name !== null && columns.find(name) < 0);
  if (missing.length > 0) {
    throw new Problem(
      'import.mapping_incomplete',
      `The file has no column “${missing.join('”, “')}”. It has: ${columns.names.slice(0, 30).join(', ')}.`,
      { details: { missing } },
    );
  }
}

function emptyFields(): EventFields {
  return {
    personKind: 'user',
    person: '',
    caseKey: '',
    name: '',
    channel: '',
    timeMs: 0,
    score: null,
    scale: '',
    text: '',
    messageId: '',
  };
}
