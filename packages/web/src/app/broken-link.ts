import { customersSearch, nothing, parseSearch, pathsSearch, personSearch } from '../url/search.ts';

/** Names of what could not be read in an address; links made inside the app never have any. */
export function brokenParts(pathname: string, query: string): readonly string[] {
  const [, , , page, part] = pathname.split('/');
  const reader =
    page === 'paths' ? pathsSearch : page === 'customers' ? (part ? personSearch : customersSearch) : nothing;
  return reader.broken(parseSearch(query));
}
