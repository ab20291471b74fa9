/** Words of the panel with the customers behind a number. */
export const PEOPLE_WORDS = {
  title: 'The customers behind this number',
  counts: (people: string, journeys: string) => `${people}, ${journeys}`,
  open: (what: string) => `Who is behind “${what}”?`,
  names: 'Names are made up; the same person has the same name on every page.',
  more: 'Show more',
  none: 'Nobody is behind this number.',
  few: 'They are fewer than 5: who they are is shown to operators only, so that nobody is recognised by chance.',
  events: (count: string) => `${count} events`,
  last: (activity: string, when: string) => `last: ${activity}, ${when}`,
  story: 'Read the story',
  customer: 'customer',
  journey: 'journey',
} as const;
