import { useState } from 'react';
import { TextBox } from './text-box.tsx';

/** A list, one a line; empty lines do not count. What is typed stays as it is typed. */
export function LinesBox({
  label,
  help,
  lines,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <div>
      <TextBox
        label={label}
        value={text}
        onChange={(typed) => {
          setText(typed);
          onChange(
            typed
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
        }}
      />
      <span className="meta">{help}</span>
    </div>
  );
}
