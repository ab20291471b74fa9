/** Every way in which a promise can break; the server alone knows which HTTP status each one gets. */
export type ProblemCode =
  | 'input.invalid'
  | 'question.unknown'
  | 'person.unknown'
  | 'run.unknown'
  | 'workspace.unknown'
  | 'import.unknown'
  | 'import.unreadable'
  | 'import.mapping_incomplete'
  | 'import.busy'
  | 'folder.busy'
  | 'engine.timeout'
  | 'engine.cancelled'
  | 'engine.memory'
  | 'engine.disk_full'
  | 'engine.overloaded'
  | 'engine.failed'
  | 'engine.unreachable'
  | 'state.failed'
  | 'secret.sealed'
  | 'migration.changed'
  | 'request.refused'
  | 'login.required'
  | 'login.failed'
  | 'login.slow'
  | 'access.denied'
  | 'account.unknown'
  | 'account.conflict'
  | 'link.unknown'
  | 'journey.unknown'
  | 'journey.conflict'
  | 'journey.not_ready'
  | 'journey.invalid'
  | 'touchpoint.unknown'
  | 'theme.unknown'
  | 'survey.unknown'
  | 'survey.conflict'
  | 'survey.invalid'
  | 'request.too_many'
  | 'webhook.unknown'
  | 'webhook.refused'
  | 'switched.off'
  | 'callback.unknown'
  | 'callback.conflict'
  | 'calendar.unknown'
  | 'letter.unknown'
  | 'team.unknown'
  | 'watch.unknown'
  | 'alert.unknown'
  | 'internal';

/** A broken promise: what happened, to which thing, what was kept, what to do. Carries no HTTP status. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    message: string,
    options: { readonly details?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** An expected outcome is data: either a value, or every problem found on the way to it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };
