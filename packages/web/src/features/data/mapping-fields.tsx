import { type Mapping, type Preview, SCALES } from '@continuo/contract';
import { shortened } from '@continuo/core';
import { useOverview } from '../../api/hooks.ts';
import { Choice, TextField } from '../../ui/field.tsx';
import { MAPPING_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';

/** A sample shows what kind of text a column holds, not all of it. */
const SAMPLE_LETTERS = 48;
const COLUMN_FIELDS = ['person', 'caseKey', 'activity', 'time', 'channel', 'score', 'text'] as const;
type ColumnField = (typeof COLUMN_FIELDS)[number];

/** True for an IANA zone this machine knows; empty means the workspace's. */
export function isKnownZone(zone: string): boolean {
  if (zone === '') return true;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A choice for each part of an event, with how sure the guess is and what the column holds. */
export function MappingFields({
  preview,
  mapping,
  onChange,
}: {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { timeZone } = useOverview().workspace;
  const zone = mapping.timeZone ?? '';
  return (
    <>
      {preview.objectTypes.length > 0 && (
        <Choice
          label={WORDS.fields.objectType}
          value={mapping.objectType ?? ''}
          options={preview.objectTypes.map((id) => ({ id, text: id }))}
          onChange={(objectType) => onChange({ ...mapping, objectType })}
        />
      )}
      {COLUMN_FIELDS.map((field) => (
        <ColumnChoice key={field} field={field} preview={preview} mapping={mapping} onChange={onChange} />
      ))}
      {mapping.activity === null && (
        <TextField
          label={WORDS.fields.activityName}
          value={mapping.activityName ?? ''}
          onChange={(activityName) => onChange({ ...mapping, activityName: activityName || null })}
        />
      )}
      {mapping.score !== null && (
        <Choice
          label={WORDS.fields.scale}
          value={mapping.scale ?? ''}
          options={SCALES.map((id) => ({ id, text: id }))}
          onChange={(scale) => onChange({ ...mapping, scale: scale as Mapping['scale'] })}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={WORDS.fields.timeFormat}
          help={WORDS.help.timeFormat}
          value={mapping.timeFormat}
          onChange={(timeFormat) => onChange({ ...mapping, timeFormat })}
        />
        <TextField
          label={WORDS.fields.timeZone}
          help={isKnownZone(zone) ? WORDS.help.timeZone(timeZone) : WORDS.badZone}
          value={zone}
          onChange={(next) => onChange({ ...mapping, timeZone: next.trim() || null })}
        />
      </div>
    </>
  );
}

/** The mapping with another column for a field. A score needs a scale: without one no answer would count. */
export function withColumn(mapping: Mapping, field: ColumnField, name: string): Mapping {
  const next = { ...mapping, [field]: field === 'time' ? name : name || null };
  return field === 'score' && name !== '' ? { ...next, scale: mapping.scale ?? SCALES[0] } : next;
}

function noneOf(field: ColumnField): string {
  if (field === 'person') return WORDS.casePerson;
  return field === 'activity' ? WORDS.one : WORDS.none;
}

function ColumnChoice({
  field,
  preview,
  mapping,
  onChange,
}: {
  readonly field: ColumnField;
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const column = mapping[field];
  const guess = preview.guesses.find((one) => one.field === field);
  const samples =
    preview.columns
      .find((one) => one.name === column)
      ?.samples.filter(Boolean)
      .slice(0, 3) ?? [];
  const sure =
    guess?.column == null
      ? null
      : guess.column === column
        ? WORDS.sure(`${Math.round(guess.confidence * 100)}%`, guess.reason)
        : WORDS.chosen;
  const help = [
    sure,
    samples.length > 0 ? WORDS.samples(samples.map((sample) => shortened(sample, SAMPLE_LETTERS)).join(' · ')) : null,
  ]
    .filter(Boolean)
    .join('. ');
  const columns = preview.columns.map(({ name }) => ({ id: name, text: name }));
  return (
    <Choice
      label={WORDS.fields[field]}
      value={column ?? ''}
      options={field === 'time' && column ? columns : [{ id: '', text: noneOf(field) }, ...columns]}
      {...(help && { help })}
      onChange={(name) => onChange(withColumn(mapping, field, name))}
    />
  );
}
