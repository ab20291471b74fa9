interface LettersTable {
  readonly workspace: number;
  readonly week: string;
  readonly scopeKind: string;
  readonly scopeKey: string;
  /** JSON. */
  readonly letter: string;
  readonly madeMs: number;
}

interface LetterSubscriptionsTable {
  readonly workspace: number;
  readonly id: number;
  readonly address: string;
  readonly scopeKind: string;
  readonly scopeKey: string;
  readonly sinceMs: number;
}

interface StaffAnswersTable {
  readonly workspace: number;
  readonly id: string;
  readonly team: string;
  readonly batch: number;
  readonly week: string;
  readonly text: string;
}

export interface LetterTables {
  readonly letters: LettersTable;
  readonly letterSubscriptions: LetterSubscriptionsTable;
  readonly staffAnswers: StaffAnswersTable;
}
