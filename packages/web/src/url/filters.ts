import type { ScopeInput } from '@continuo/contract';

export type Filter = NonNullable<ScopeInput['filters']>[number];

const ESCAPED = /[~;:|]/g;

function quote(text: string): string {
  return text.replace(ESCAPED, (sign) => `~${sign}`);
}

/** Splits at a sign that is not escaped; the parts are still escaped. */
function split(text: string, sign: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const here = text[at] as string;
    if (here === sign) parts.push('');
    else if (here === '~' && at + 1 < text.length) parts[parts.length - 1] += here + text[++at];
    else parts[parts.length - 1] += here;
  }
  return parts;
}

function unquote(text: string): string {
  return text.replace(/~([~;:|])/g, '$1');
}

/** Joins texts so that `unpack` gives them back whatever they contain. */
export function pack(parts: readonly string[], sign = ':'): string {
  return parts.map(quote).join(sign);
}

/** Reads what `pack` wrote. */
export function unpack(text: string, sign = ':'): string[] {
  return split(text, sign).map(unquote);
}

/** Filters as they stand in an address, for instance `attribute:brand:Maple Sun;has:Phone us`. No filters give undefined. */
export function writeFilters(filters: readonly Filter[]): string | undefined {
  if (filters.length === 0) return undefined;
  return filters.map(writeFilter).join(';');
}

function writeFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'attribute':
      return `attribute:${quote(filter.attribute)}:${pack(filter.values, '|')}`;
    case 'passes':
      return `${filter.is ? 'has' : 'hasnt'}:${quote(filter.activity)}`;
    case 'starts':
      return `begins:${quote(filter.activity)}`;
    case 'ends':
      return `ends:${quote(filter.activity)}`;
    case 'channel':
      return `channel:${quote(filter.channel)}`;
  }
}

/** Reads filters from an address; null when any of them cannot be read. */
export function readFilters(text: string | undefined): readonly Filter[] | null {
  if (text === undefined) return [];
  const filters = split(text, ';').map(readFilter);
  return filters.every((filter) => filter !== null) ? filters : null;
}

function readFilter(text: string): Filter | null {
  const [kind, first, second, ...more] = split(text, ':');
  if (first === undefined || first === '' || more.length > 0) return null;
  const name = unquote(first);
  if (kind === 'attribute' && second !== undefined) {
    return { kind, attribute: name, values: unpack(second, '|') };
  }
  if (second !== undefined) return null;
  switch (kind) {
    case 'has':
      return { kind: 'passes', activity: name, is: true };
    case 'hasnt':
      return { kind: 'passes', activity: name, is: false };
    case 'begins':
      return { kind: 'starts', activity: name };
    case 'ends':
      return { kind: 'ends', activity: name };
    case 'channel':
      return { kind: 'channel', channel: name };
    default:
      return null;
  }
}
