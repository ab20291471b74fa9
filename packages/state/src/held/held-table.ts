/** One kind of data that is kept, in words for people whose data it may be: the privacy sheet is made of these. */
export interface HeldTable {
  readonly what: string;
  readonly why: string;
  /** How long it is kept. */
  readonly until: string;
  readonly seenBy: string;
  /** Whose personal data it is. */
  readonly about: 'customers' | 'staff' | 'both' | 'nobody';
  /** Every column by its name in SQL, in words. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Columns that most tables have. */
export const WORKSPACE = { workspace: 'to which workspace it belongs' } as const;
export const WORK = 'Needed to run the system.';
export const WHILE_THERE = 'as long as the workspace exists';
export const NOBODY = 'nobody; the system itself';
