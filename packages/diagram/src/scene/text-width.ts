import { MEASURED, WIDTHS } from './inter-widths.ts';

export type Weight = 400 | 500 | 600;

const index = new Map([...MEASURED].map((character, at) => [character, at]));
const space = index.get(' ');
if (space !== undefined) index.set('\u00a0', space);
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠]|\p{Extended_Pictographic}/u;
/** Mean of the small letters, for scripts that were not measured. */
const OTHER = 620;

function advance(character: string, widths: readonly number[]): number {
  const at = index.get(character) ?? index.get(character.normalize('NFD').charAt(0));
  if (at !== undefined) return widths[at] as number;
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) ? 1000 : OTHER;
}

/** Width of a line of text in px, set in Inter. Without kerning, which makes it at most about 2 % too wide. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let total = 0;
  for (const character of text) total += advance(character, WIDTHS[weight]);
  return (total * size) / 1000;
}

/** Cuts a line with "…" so that it fits; the text itself when it does; `'…'` when nothing else fits. */
export function fitText(text: string, maxWidth: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= maxWidth) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shorter = `${characters.join('').trimEnd()}…`;
    if (textWidth(shorter, size, weight) <= maxWidth) return shorter;
  }
  return '…';
}

/**
 * Breaks text into at most `lines` lines of `maxWidth` px: between words where it can (never at a no-break space), inside a long word or after
 * `_ - / .` where it must. What is left over ends in "…" on the last line. Empty text: one empty line.
 */
export function wrapText(
  text: string,
  maxWidth: number,
  size: number,
  weight: Weight,
  lines: number,
): readonly string[] {
  const pieces = text
    .trim()
    .split(/(?<=[^\S\u00a0])|(?<=[_\-/.:])(?=[\p{L}\p{N}])/u)
    .filter((piece) => piece !== '');
  const done: string[] = [];
  let line = '';
  let taken = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as string;
    // Widths add up, so that a line is not measured again for each word.
    const wide = textWidth(piece, size, weight);
    if (taken + wide <= maxWidth || taken + textWidth(piece.trimEnd(), size, weight) <= maxWidth) {
      line += piece;
      taken += wide;
      continue;
    }
    if (line === '' || done.length === lines - 1) {
      const left = (line + pieces.slice(at).join('')).trimEnd();
      if (done.length === lines - 1) return [...done, fitText(left, maxWidth, size, weight)];
      const head = headOf(piece, maxWidth, size, weight);
      done.push(head);
      pieces[at] = piece.slice(head.length);
      line = '';
      taken = 0;
      at--;
      continue;
    }
    done.push(line.trimEnd());
    line = '';
    taken = 0;
    at--;
  }
  return line === '' && done.length > 0 ? done : [...done, line.trimEnd()];
}

/** As much of a word as fits, at least one character. */
function headOf(word: string, maxWidth: number, size: number, weight: Weight): string {
  let head = '';
  for (const character of word) {
    if (head !== '' && textWidth(head + character, size, weight) > maxWidth) break;
    head += character;
  }
  return head;
}
