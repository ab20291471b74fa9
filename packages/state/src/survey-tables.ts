interface SurveysTable {
  readonly workspace: number;
  readonly key: string;
  readonly survey: string;
  readonly status: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Since when it asks by itself; null: it asks nobody by itself. */
  readonly asksSinceMs: number | null;
}

interface SurveyMomentsTable {
  readonly workspace: number;
  readonly survey: string;
  /** Unsigned 64-bit integers as text. */
  readonly identity: string;
  readonly message: string;
  /** The user id as it is written; the identity where there is none. */
  readonly person: string;
  readonly timeMs: number;
  readonly dueMs: number;
  /** Null: their time has not come. */
  readonly outcome: string | null;
}

interface SurveyInvitationsTable {
  readonly workspace: number;
  readonly id: number;
  readonly survey: string;
  /** Kind of the survey when it asked: people are spared by kind. */
  readonly kind: string;
  readonly channel: string;
  /** The user id as it is written. */
  readonly person: string;
  readonly language: string | null;
  readonly createdMs: number;
  readonly deliveredMs: number | null;
  readonly openedMs: number | null;
  readonly answeredMs: number | null;
}

interface SurveyRefusalsTable {
  readonly workspace: number;
  readonly person: string;
  readonly atMs: number;
}

interface AnswersTable {
  readonly workspace: number;
  readonly submission: string;
  readonly survey: string | null;
  readonly journey: string | null;
  readonly step: string | null;
  readonly atMs: number;
  readonly receivedMs: number;
  /** When its event was in the numbers; null: not yet. */
  readonly loadedMs: number | null;
  readonly answer: string;
}

interface SecretsTable {
  readonly name: string;
  readonly secret: string;
}

/** Tables of migrations 5 and 11. */
export interface SurveyTables {
  readonly surveys: SurveysTable;
  readonly surveyMoments: SurveyMomentsTable;
  readonly surveyInvitations: SurveyInvitationsTable;
  readonly surveyRefusals: SurveyRefusalsTable;
  readonly answers: AnswersTable;
  readonly secrets: SecretsTable;
}
