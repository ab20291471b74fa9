import { useId } from 'react';
import fields from '../../ui/field.module.css';

/** Some lines of text. */
export function TextBox({
  id,
  label,
  value,
  onChange,
}: {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const own = useId();
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id ?? own}>
        {label}
      </label>
      <textarea
        id={id ?? own}
        className={fields.input}
        rows={3}
        maxLength={4000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
