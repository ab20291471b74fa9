/** Answers go to standard output, everything else to standard error, so that output can be piped. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A line for the person at the terminal. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Rewrites the last line on a terminal; one line each elsewhere would be noise, so nothing there. */
export function sayInPlace(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

/** Rows under headings, columns as wide as their widest cell, numbers to the right; an empty table says so. */
export function tableText(
  columns: readonly { readonly label: string }[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  if (rows.length === 0) return 'Nothing to show.';
  const cells = rows.map((row) => row.map((value) => (value === null ? '–' : String(value))));
  const widths = columns.map((column, i) =>
    Math.max(column.label.length, ...cells.map((row) => (row[i] ?? '').length)),
  );
  const line = (row: readonly string[], numbers: readonly boolean[]): string =>
    row
      .map((value, i) => (numbers[i] ? value.padStart(widths[i] ?? 0) : value.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const isNumber = columns.map((_, i) => rows.every((row) => row[i] === null || typeof row[i] === 'number'));
  return [
    line(
      columns.map((column) => column.label),
      isNumber,
    ),
    line(
      widths.map((width) => '─'.repeat(width)),
      isNumber,
    ),
    ...cells.map((row) => line(row, isNumber)),
  ].join('\n');
}
