import {
  customersSearch,
  gapsSearch,
  mapSearch,
  nothing,
  parseSearch,
  pathsSearch,
  personSearch,
  presentSearch,
} from '../url/search.ts';

/** Names of what could not be read in an address; links made inside the app never have any. */
export function brokenParts(pathname: string, query: string): readonly string[] {
  const [, , , page, part, below] = pathname.split('/');
  if (page === 'journeys' && part) return journeyReader(below).broken(parseSearch(query));
  const reader =
    page === 'paths' ? pathsSearch : page === 'customers' ? (part ? personSearch : customersSearch) : nothing;
  return reader.broken(parseSearch(query));
}

function journeyReader(below: string | undefined) {
  if (below === undefined || below === '') return mapSearch;
  return below === 'gaps' ? gapsSearch : below === 'present' ? presentSearch : nothing;
}
