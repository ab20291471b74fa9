import { useId, useState } from 'react';
import styles from '../../../ui/field.module.css';

/** A line of text that counts when it is left or Enter is pressed, not with each letter; Escape puts it back. */
export function CommitField({
  label,
  help,
  value,
  type = 'text',
  isLong = false,
  list,
  onCommit,
}: {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly type?: 'text' | 'number' | 'date' | 'month';
  readonly isLong?: boolean;
  /** Words to choose from; others may be typed. */
  readonly list?: readonly string[];
  readonly onCommit: (value: string) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const props = {
    id,
    className: styles.input,
    value: typed ?? value,
    'aria-describedby': help ? `${id}-help` : undefined,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: commit,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && !(isLong && event.shiftKey)) {
        event.preventDefault();
        commit();
      } else if (event.key === 'Escape' && typed !== null) {
        event.stopPropagation();
        setTyped(null);
      }
    },
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {isLong ? <textarea rows={2} {...props} /> : <input type={type} list={list && `${id}-list`} {...props} />}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {help && (
        <span className="meta" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}

/** One yes or no. */
export function Tick({
  label,
  help,
  isOn,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly help?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isDisabled}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {help && (
        <span className="meta" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
