/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Words of the trade that pages, letters and exports never use (docs/glossary.md says what they say instead). */
const FORBIDDEN =
  /\b(contracts?|runs?|laps?|bind(s|ing)?|bound|fitness|conformance|alignments?|aligned|variants?|censored|hazards?|medians?|p90|intervals?|control limits?|out of control|hold-?outs?|explains?|prove[ds]?|proven|scars?|paradox(es)?|harm budgets?|EPP|grades?)\b/i;

/** Definition pop-ups are the one place where the precise words may stand. */
const FREE = new Set(['definitions.ts']);

const here = new URL('.', import.meta.url);

function filesUnder(folder: URL, ending: RegExp): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const url = new URL(`${entry.name}${entry.isDirectory() ? '/' : ''}`, folder);
    if (entry.isDirectory()) return filesUnder(url, ending);
    return ending.test(entry.name) ? [url] : [];
  });
}

function nameOf(url: URL): string {
  return url.pathname.slice(here.pathname.length);
}

/** Text between quotes, without comments, imports and the names inside `${}`. */
function textsIn(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, ' … '),
  );
}

describe('the words of the app', () => {
  const words = filesUnder(new URL('words/', here), /\.ts$/).filter(
    (url) => !FREE.has(url.pathname.split('/').at(-1) ?? ''),
  );

  test.each(words.map((url) => [nameOf(url), url] as const))('%s speaks plainly', (_, url) => {
    const wrong = textsIn(readFileSync(url, 'utf8')).filter((text) => FORBIDDEN.test(text));
    expect(wrong).toEqual([]);
  });

  test('the lint finds what it must', () => {
    const planted = ['const a = { b: ', "'the median', c: (n: string) => `", '$', '{n} runs` };'].join('');
    expect(textsIn(planted).every((text) => FORBIDDEN.test(text))).toBe(true);
    expect(FORBIDDEN.test('Prunes a rundown, intervallic')).toBe(false);
  });

  test.each(filesUnder(here, /\.tsx$/).map((url) => [nameOf(url), url] as const))(
    '%s holds no words of its own',
    (_, url) => {
      const code = readFileSync(url, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const between = [...code.matchAll(/<[a-zA-Z][^<>]*[^=]>\s*([A-Za-z][a-z]+(?: [A-Za-z]+)+[^<{}=;()]*)</g)].map(
        (match) => match[1],
      );
      const named = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map((match) => match[1]);
      expect([...between, ...named]).toEqual([]);
    },
  );
});
