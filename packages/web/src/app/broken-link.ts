import {
  atlasSearch,
  callbacksSearch,
  connectSearch,
  customersSearch,
  feedbackSearch,
  gapsSearch,
  letterSearch,
  mapSearch,
  nothing,
  parseSearch,
  pathsSearch,
  personSearch,
  presentSearch,
  surveySearch,
  versionsSearch,
} from '../url/search.ts';

/** Names of what could not be read in an address; links made inside the app never have any. */
export function brokenParts(pathname: string, query: string): readonly string[] {
  const [, , , page, part, below] = pathname.split('/');
  if (page === 'feedback')
    return (part === 'surveys' && below ? surveySearch : feedbackSearch).broken(parseSearch(query));
  if (page === 'journeys') return (part ? journeyReader(below) : atlasSearch).broken(parseSearch(query));
  if (page === 'callbacks') return callbacksSearch.broken(parseSearch(query));
  if (page === 'letters' && part && part !== 'card') return letterSearch.broken(parseSearch(query));
  const reader =
    page === 'paths' ? pathsSearch : page === 'customers' ? (part ? personSearch : customersSearch) : nothing;
  return reader.broken(parseSearch(query));
}

function journeyReader(below: string | undefined) {
  if (below === undefined || below === '') return mapSearch;
  if (below === 'connect') return connectSearch;
  if (below === 'versions') return versionsSearch;
  return below === 'gaps' ? gapsSearch : below === 'present' ? presentSearch : nothing;
}
