// Apart from the schemas, so that a browser can know them without zod.
/** Tabs of the list. `mine` and `past-due` may share call-backs with others. */
export const CALLBACK_TABS = ['mine', 'unassigned', 'past-due', 'waiting', 'closed'] as const;
export type CallbackTab = (typeof CALLBACK_TABS)[number];

/** Counts of a period that open the call-backs behind them. `closed` may be narrowed to one cause. */
export const CALLBACK_COUNTS = [
  'opened',
  'inTime',
  'late',
  'notYet',
  'notYetLate',
  'again',
  'asked',
  'yes',
  'partly',
  'no',
  'unanswered',
  'closed',
] as const;
export type CallbackCount = (typeof CALLBACK_COUNTS)[number];

/** `called`: spoke with the customer, which answers them. `wrote`: sent something. `did`: did something for them. `note`: for us. */
export const NOTE_KINDS = ['called', 'wrote', 'did', 'note'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Rule of what a person opened themselves. */
export const MADE_BY_HAND = 'by-hand';
