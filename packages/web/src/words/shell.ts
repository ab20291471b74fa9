/** Words of the frame around every page. */
export const SHELL_WORDS = {
  product: 'Continuo',
  skip: 'Skip to the page',
  nav: 'Main',
  search: 'Search or jump',
  searchShort: 'Search',
  collapse: 'Make the navigation narrow',
  expand: 'Make the navigation wide',
  help: 'Help & shortcuts',
  theme: { name: 'Theme', system: 'system', light: 'light', dark: 'dark' },
  understand: 'Understand',
  pages: { home: 'Home', journeys: 'Journeys', paths: 'Paths', customers: 'Customers', data: 'Data' },
  sample: 'Sample data',
  brokenLink: (names: string) => `This link is partly unreadable (${names}). What could not be read was left out.`,
  opened: (page: string) => `${page} opened`,
  notFound: {
    title: 'There is nothing at this address',
    says: 'The link may be old, or the address mistyped. Nothing is lost.',
    action: 'Go to Home',
  },
  crashed: { title: 'This page stopped', says: 'The rest still works, and your data are untouched.' },
  starting: 'Starting',
} as const;
