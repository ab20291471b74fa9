import type { Behind } from './scope.ts';

export interface PeopleInput {
  readonly behind: Behind;
  /** Part of an identifier to search for, any case; null: everyone. */
  readonly search: string | null;
  readonly sort: 'recent' | 'events' | 'longest' | 'unhappy';
  readonly limit: number;
  readonly offset: number;
}

export interface PersonRow {
  /** Unsigned 64-bit integer as text. */
  readonly person: string;
  /** As `formatRunRef` writes it. */
  readonly run: string;
  readonly key: string;
  readonly startMs: number;
  readonly lastMs: number;
  readonly events: number;
  readonly lastActivity: string;
  readonly channels: readonly string[];
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface People {
  /** One row a run. */
  readonly rows: readonly PersonRow[];
  readonly runs: number;
  readonly people: number;
}
