import { Search } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface Labelled {
  readonly label: string;
  readonly help?: string;
}

/** One of a few: the platform's own list, so that phones and screen readers bring theirs. */
export function Choice({
  label,
  help,
  value,
  options,
  onChange,
}: Labelled & {
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={help ? `${id}-help` : undefined}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
      {help && (
        <span className="meta" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}

/** One line of text, a number, a day or a password. `autoComplete` tells password managers what it is. */
export function TextField({
  label,
  help,
  value,
  type = 'text',
  autoComplete,
  onChange,
}: Labelled & {
  readonly value: string;
  readonly type?: 'text' | 'date' | 'number' | 'password';
  readonly autoComplete?: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        className={styles.input}
        value={value}
        autoComplete={autoComplete}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      {help && (
        <span className="meta" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}

/** A search box whose label is only spoken. `id` lets the `/` key find it. */
export function SearchField({
  label,
  value,
  id,
  onChange,
}: Labelled & { readonly value: string; readonly id?: string; readonly onChange: (value: string) => void }) {
  return (
    <div className={styles.search}>
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <input
        type="search"
        id={id}
        aria-label={label}
        placeholder={label}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Any number of a list. */
export function Checks({
  label,
  options,
  chosen,
  onChange,
}: Labelled & {
  readonly options: readonly { readonly id: string; readonly text: ReactNode }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))
            }
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}

/** One of a few, all seen at once. */
export function ChoiceChips({
  label,
  value,
  options,
  onChange,
}: Labelled & {
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.chips}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={styles.choice}>
          <input type="radio" name={name} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
