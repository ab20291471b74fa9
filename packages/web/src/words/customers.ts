/** Words of the list of customers and of one customer's page. */
export const CUSTOMERS_WORDS = {
  title: 'Customers',
  note: 'Names are made up; the same person has the same name on every page.',
  search: 'Find a customer by id or booking',
  columns: {
    name: 'Customer',
    first: 'First seen',
    last: 'Last seen',
    took: 'First to last',
    events: 'Events',
    at: 'Last touchpoint',
    channels: 'Channels',
    felt: 'How it felt',
    story: 'Story',
  },
  read: 'Read',
  readOf: (name: string) => `Read the story of ${name}`,
  count: (customers: string) => customers,
  customer: 'customer',
  none: {
    title: 'No customer by that name or filter',
    says: 'Search looks into the ids of your data, not into made-up names.',
    action: 'Show all customers',
  },
} as const;

export const PERSON_WORDS = {
  story: 'Read as a story',
  moments: 'Moments',
  table: 'Show as a table',
  drawing: 'Show as a drawing',
  identity: { user: 'user id', anonymous: 'device', case: 'case' } as Readonly<Record<string, string>>,
  leftOut: (count: string) => `${count} more moments are not shown.`,
  chosen: 'Chosen moment',
  choose: 'Choose a moment in the drawing to see all that is known of it.',
  score: (score: string, scale: string) => `answered ${score} on a scale of ${scale}`,
  unknown: 'Nothing is known of this customer.',
  madeUp: 'made-up name',
} as const;
