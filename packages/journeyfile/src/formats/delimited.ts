/** Rows of texts, as a spreadsheet shows them. Rows may differ in length. */
export type Grid = readonly (readonly string[])[];

/** Which of tab, semicolon and comma separates most cells outside quotes in the first lines; a comma when none does. */
export function delimiterOf(text: string): string {
  const counts = new Map([
    ['\t', 0],
    [';', 0],
    [',', 0],
  ]);
  let isQuoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  // A paste from a spreadsheet has tabs; commas in its texts may well be more.
  if ((counts.get('\t') ?? 0) > 0) return '\t';
  return best !== undefined && best[1] > 0 ? best[0] : ',';
}

/**
 * Rows of CSV or TSV (RFC 4180): quotes around cells, doubled inside, line feeds in quotes. A quote that is never closed takes the rest
 * of the text into its cell; a quote inside an unquoted cell is a letter. A byte order mark is dropped, empty rows at the end too.
 */
export function readDelimited(text: string, delimiter = delimiterOf(text)): Grid {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let i = 0; i < all.length; i++) {
    const letter = all[i] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (all[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === delimiter) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  while (rows.at(-1)?.every((one) => one.trim() === '')) rows.pop();
  return rows.map((cells) => cells.map(unguard));
}

/** CSV with CRLF line ends. A text that a spreadsheet would run as a formula gets an apostrophe, which `readDelimited` takes away. */
export function writeDelimited(grid: Grid, delimiter = ','): string {
  const quote = (cell: string): string => {
    const safe = guard(cell);
    return safe === '' || !/["\r\n\t,;]|^\s|\s$/.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`;
  };
  return grid.map((row) => `${row.map(quote).join(delimiter)}\r\n`).join('');
}

const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(cell);
const guard = (cell: string): string => (isFormula(cell) || /^'+[=+\-@]/.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
