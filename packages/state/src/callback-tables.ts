import type { ColumnType } from 'kysely';

type Flag<Null = never> = ColumnType<number | Null, boolean | Null, boolean | Null>;

export interface CallbacksTable {
  readonly workspace: number;
  readonly id: number;
  readonly person: string;
  readonly state: string;
  readonly owner: number | null;
  readonly team: string | null;
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly calendar: string;
  readonly workMs: number;
  readonly openedMs: number;
  readonly dueMs: number;
  readonly answerDueMs: number;
  readonly restMs: number | null;
  readonly waitingFor: string | null;
  readonly untilMs: number | null;
  readonly answeredMs: number | null;
  readonly againId: number | null;
  readonly againMs: number | null;
  readonly closedMs: number | null;
  readonly causeKind: string | null;
  readonly causeJourney: string | null;
  readonly causeStep: string | null;
  readonly action: string | null;
  readonly askMs: number | null;
  readonly askedMs: number | null;
  readonly isMailed: Flag<null>;
  readonly answer: string | null;
  readonly answerMs: number | null;
  readonly answerWhy: string;
  readonly isLateTold: Flag;
  readonly withdrawn: string | null;
  readonly intoId: number | null;
}

interface CallbackMomentsTable {
  readonly workspace: number;
  readonly rule: string;
  readonly message: string;
  readonly callback: number | null;
  readonly person: string;
  readonly identity: string;
  readonly timeMs: number;
  readonly why: string;
  readonly what: string;
  readonly channel: string;
  readonly journey: string | null;
  readonly step: string | null;
  readonly seenMs: number;
  readonly removedMs: number | null;
}

interface CallbackLogTable {
  readonly workspace: number;
  readonly callback: number;
  readonly seq: number;
  readonly atMs: number;
  readonly kind: string;
  readonly facts: string;
  readonly text: string;
  readonly userId: number | null;
}

/** Tables of call-backs and of the hours in which they are due. */
export interface CallbackTables {
  readonly callbacks: CallbacksTable;
  readonly callbackMoments: CallbackMomentsTable;
  readonly callbackLog: CallbackLogTable;
  readonly callbackRules: { readonly workspace: number; readonly key: string; readonly rule: string };
  readonly calendars: { readonly workspace: number; readonly key: string; readonly calendar: string };
}
