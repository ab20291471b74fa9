import { PAGE_LANGUAGES, type PageLanguage } from '@continuo/core';

export interface Recipient {
  readonly email: string;
  readonly person?: string;
  readonly language?: PageLanguage;
}

export interface Recipients {
  readonly recipients: readonly Recipient[];
  /** Lines that hold no address, as they stand; the names of columns are none of them. */
  readonly unread: readonly string[];
  /** More than can be asked at once. */
  readonly leftOut: number;
}

/** Addresses that are asked at once. */
export const MOST_RECIPIENTS = 5000;

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;
const NAMES = {
  person: /^(customer|person|user|client|member)?[ _-]?(id|no|number|key)$|^(customer|person|user)$/i,
  language: /^(language|lang|locale)$/i,
};

/**
 * Reads a pasted list or a CSV: one customer a line, cells between commas, semicolons or tabs, in quotes or not. With names of
 * columns only those count that say they are an id or a language; without them the cell after the address is the id.
 */
export function readRecipients(text: string): Recipients {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = lines[0] !== undefined && !cellsOf(lines[0]).some(isAddress) ? cellsOf(lines[0]) : null;
  const isHead = names?.some((name) => /^(e-?mail|mail|address)([ _-]?address)?$/i.test(name)) ?? false;
  const places = isHead && names ? placesOf(names) : null;
  const read: Recipient[] = [];
  const unread: string[] = [];
  for (const line of isHead ? lines.slice(1) : lines) {
    const found = recipientOf(cellsOf(line), places);
    if (found) read.push(found);
    else unread.push(line.trim());
  }
  return {
    recipients: read.slice(0, MOST_RECIPIENTS),
    unread,
    leftOut: Math.max(0, read.length - MOST_RECIPIENTS),
  };
}

interface Places {
  readonly person: number;
  readonly language: number;
}

function placesOf(names: readonly string[]): Places {
  return {
    person: names.findIndex((name) => NAMES.person.test(name)),
    language: names.findIndex((name) => NAMES.language.test(name)),
  };
}

function recipientOf(cells: readonly string[], places: Places | null): Recipient | null {
  const at = cells.findIndex(isAddress);
  const email = cells[at];
  if (email === undefined) return null;
  const rest = cells.filter((_, place) => place !== at);
  const language = places ? languageOf(cells[places.language]) : rest.map(languageOf).find((one) => one !== undefined);
  const person = places ? cells[places.person] : rest.find((cell) => cell !== '' && languageOf(cell) === undefined);
  return {
    email,
    ...(person !== undefined && person !== '' && person !== email && { person: person.slice(0, 500) }),
    ...(language && { language }),
  };
}

function isAddress(cell: string): boolean {
  return cell.length <= 320 && ADDRESS.test(cell);
}

/** `fr` of `fr` and `fr-CA`; undefined for what is no language of ours. */
function languageOf(cell: string | undefined): PageLanguage | undefined {
  const [language] = (cell ?? '').toLowerCase().split(/[-_]/);
  return cell !== undefined && cell.length <= 5 ? PAGE_LANGUAGES.find((one) => one === language) : undefined;
}

/** Cells of a line: quotes hold commas, a doubled quote is one; `Name <address>` is the address. */
function cellsOf(line: string): readonly string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,;\t])+|(?<=[,;\t]|^)(?=[,;\t]|$)/g) ?? [];
  return cells.map((cell) => {
    const plain = cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim();
    return /<([^<>\s]+@[^<>\s]+)>/.exec(plain)?.[1] ?? plain;
  });
}
