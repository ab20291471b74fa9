import { CommitField } from './commit-field.tsx';
import { readSpanText, writeSpan } from './span-text.ts';

/** A length of time as people write it: `90 min`, `24 h`, `30 d`. What cannot be read leaves it as it was. */
export function SpanField({
  label,
  help,
  ms,
  onChange,
}: {
  readonly label: string;
  readonly help?: string;
  readonly ms: number | null;
  readonly onChange: (ms: number | null) => void;
}) {
  return (
    <CommitField
      label={label}
      {...(help && { help })}
      value={ms === null ? '' : writeSpan(ms)}
      onCommit={(text) => {
        const read = readSpanText(text);
        if (read !== undefined) onChange(read);
      }}
    />
  );
}
