import type { Scope, Theme } from '@continuo/core';
import type { ScopeContext } from '../scope/scoped-runs.ts';
import type { AskOptions } from '../warehouse.ts';

/** What a question is given beside its input. */
export interface Asking extends ScopeContext {
  readonly scope: Scope;
  /** The latest arrival that the runs contain, ms; null without events. */
  readonly dataAsOfMs: number | null;
  /** Complete sources; only `timeline` and `activities` texts read events. */
  readonly sources: readonly number[];
  readonly options: AskOptions;
  /** Themes of the workspace; only `comments` and `themes` look at them. */
  readonly codebook?: readonly Theme[];
  /** Events of passages up to which a question about a map is counted by core and not by the engine; 0: never. */
  readonly few?: number;
}

/** One analytical question: SQL with typed parameters and the decoder of its rows, in one file. */
export interface Question<Input, Result> {
  readonly exactness: string;
  readonly limits: readonly string[];
  ask(input: Input, asking: Asking): Promise<Result>;
}
