/** What the first records of a table say about its columns. */
export interface Header {
  readonly names: readonly string[];
  /** How many records are header and not data. */
  readonly records: number;
  /** Exports known by the shape of their header; others are recognised later, by their column names. */
  readonly recognised: string | null;
  /** IANA zone that the header itself names (Qualtrics), or null. */
  readonly timeZone: string | null;
  readonly warnings: readonly string[];
}

/** Reads the header from the first records; empty names are numbered, equal names told apart. */
export function readHeader(first: readonly (readonly string[])[]): Header {
  const [names = [], second = [], third = []] = first;
  if (isQualtrics(names, third)) {
    return { ...tidy(names), records: 3, recognised: 'Qualtrics responses', timeZone: importZone(third) };
  }
  if (isSurveyMonkey(names, second)) {
    return { ...tidy(joined(names, second)), records: 2, recognised: 'SurveyMonkey responses', timeZone: null };
  }
  return { ...tidy(names), records: 1, recognised: null, timeZone: null };
}

/** Qualtrics writes internal names, then the question texts, then `{"ImportId":…}` for every column. */
function isQualtrics(names: readonly string[], third: readonly string[]): boolean {
  return (
    names.includes('StartDate') && third.length === names.length && third.every((cell) => cell.includes('ImportId'))
  );
}

function importZone(third: readonly string[]): string | null {
  for (const cell of third) {
    const zone = /"timeZone"\s*:\s*"([^"]+)"/.exec(cell)?.[1];
    if (zone !== undefined && zone !== 'Z') return zone;
  }
  return null;
}

/** SurveyMonkey writes the questions, and under them the kind of answer of each column. */
function isSurveyMonkey(names: readonly string[], second: readonly string[]): boolean {
  const known = names.some((name) => /^respondent ?id$/i.test(name.trim()));
  const collector = names.some((name) => /^collector ?id$/i.test(name.trim()));
  return known && collector && (second[0] ?? '').trim() === '';
}

function joined(names: readonly string[], second: readonly string[]): string[] {
  let question = '';
  return names.map((name, place) => {
    if (name.trim() !== '') question = name.trim();
    const answer = (second[place] ?? '').trim();
    if (answer === '' || /^(response|open-ended response)$/i.test(answer)) return question;
    return `${question}: ${answer}`;
  });
}

function tidy(names: readonly string[]): { names: string[]; warnings: string[] } {
  const seen = new Map<string, number>();
  const warnings: string[] = [];
  const tidied = names.map((raw, place) => {
    const name = raw.trim() === '' ? `column ${place + 1}` : raw.trim();
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    if (before === 0) return name;
    let number = before + 1;
    while (seen.has(`${name} (${number})`)) number += 1;
    const other = `${name} (${number})`;
    seen.set(other, 1);
    warnings.push(`Two columns are called “${name}”; the one in place ${place + 1} is now “${other}”.`);
    return other;
  });
  if (names.length > 0 && names.every((name) => /^[\d.,:\-/ TZ+]+$/.test(name.trim()))) {
    warnings.push('The first line looks like data, not like column names; it was read as the names.');
  }
  return { names: tidied, warnings };
}
