/** Words of the parts that every page is made of. */
export const UI_WORDS = {
  close: 'Close',
  loading: 'Loading',
  retry: 'Try again',
  brokenTitle: 'This part could not be shown',
  brokenBody: 'Something went wrong on this page, not with your data.',
  nothingLost: 'Nothing that was stored is lost.',
  copyRequest: (id: string) => `Copy request id ${id}`,
  about: (name: string) => `What is “${name}”?`,
  noRows: 'No rows',
  sortBy: (column: string) => `Sort by ${column}`,
  rows: (shown: string, all: string) => `${shown} of ${all} rows`,
} as const;
