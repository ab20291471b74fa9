import type { ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { TextField } from 'react-aria-components/TextField';
import styles from '../app/palette.module.css';

export interface ListEntry {
  readonly id: string;
  readonly text: string;
  readonly after?: ReactNode;
  /** Stays whatever is typed. */
  readonly isAlways?: boolean;
}

/** A box to type in and the list it narrows; arrows walk, Enter chooses, the focus stays in the box. */
export function FilteredList({
  label,
  none,
  entries,
  text,
  onText,
  onChoose,
}: {
  readonly label: string;
  readonly none: string;
  readonly entries: readonly ListEntry[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (id: string) => void;
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const always = new Set(entries.filter((entry) => entry.isAlways).map((entry) => entry.text));
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={onText}
      filter={(value, typed) => always.has(value) || contains(value, typed)}
    >
      <TextField aria-label={label} autoFocus>
        <Input className={styles.input ?? ''} placeholder={label} />
      </TextField>
      <ListBox
        aria-label={label}
        className={styles.list ?? ''}
        items={entries}
        selectionMode="none"
        onAction={(key) => onChoose(String(key))}
        renderEmptyState={() => <div className={styles.none}>{none}</div>}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.text} className={styles.item ?? ''}>
            <span>{entry.text}</span>
            {entry.after}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
