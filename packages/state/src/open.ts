import { Problem } from '@continuo/core';
import { CamelCasePlugin, Kysely } from 'kysely';
import { alerts } from './alerts.ts';
import { answers } from './answers.ts';
import { attributes } from './attributes.ts';
import { audit } from './audit.ts';
import { builds } from './builds.ts';
import { calendars } from './calendars.ts';
import { callbackDecisions } from './callback-decisions.ts';
import { callbackLog } from './callback-log.ts';
import { callbackRules } from './callback-rules.ts';
import { callbackUpkeep } from './callback-upkeep.ts';
import { callbacks } from './callbacks.ts';
import { codes } from './codes.ts';
import type { Database, Db } from './database.ts';
import { sqliteDialect } from './dialects/sqlite.ts';
import { facts } from './facts.ts';
import { firstAdmin } from './first-admin.ts';
import { held } from './held/all.ts';
import { imports } from './imports.ts';
import { invitations } from './invitations.ts';
import { journeyDefinitions } from './journey-definitions.ts';
import { journeyGapMarks } from './journey-gap-marks.ts';
import { journeySteps } from './journey-steps.ts';
import { journeyVersions } from './journey-versions.ts';
import { journeys } from './journeys.ts';
import { letterSubscriptions } from './letter-subscriptions.ts';
import { letters } from './letters.ts';
import { members } from './members.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { outbox } from './outbox.ts';
import { secrets } from './secrets.ts';
import { sessions } from './sessions.ts';
import { sources } from './sources.ts';
import { staffAnswers } from './staff-answers.ts';
import { surveyInvitations } from './survey-invitations.ts';
import { surveyMoments } from './survey-moments.ts';
import { surveys } from './surveys.ts';
import { switches } from './switches.ts';
import { themes } from './themes.ts';
import { throttles } from './throttles.ts';
import { timers } from './timers.ts';
import { tokens } from './tokens.ts';
import { touched } from './touched.ts';
import { touchpoints } from './touchpoints.ts';
import { users } from './users.ts';
import { watches } from './watches.ts';
import { webhooks } from './webhooks.ts';
import { workspaces } from './workspaces.ts';

const aggregates = {
  workspaces,
  sources,
  imports,
  codes,
  attributes,
  touched,
  builds,
  facts,
  audit,
  users,
  members,
  secrets,
  surveys,
  surveyInvitations,
  surveyMoments,
  answers,
  sessions,
  invitations,
  firstAdmin,
  tokens,
  throttles,
  journeys,
  journeyVersions,
  journeySteps,
  journeyDefinitions,
  journeyGapMarks,
  touchpoints,
  themes,
  calendars,
  callbacks,
  callbackDecisions,
  callbackLog,
  callbackRules,
  callbackUpkeep,
  letters,
  letterSubscriptions,
  staffAnswers,
  outbox,
  timers,
  webhooks,
  switches,
  held,
  watches,
  alerts,
} as const;
type Aggregates = typeof aggregates;

/** Application state. Every function of an aggregate takes the handle first: `db`, or that of a transaction. */
export interface State extends Aggregates, AsyncDisposable {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Db;
  /**
   * All or nothing. Inside, use only the handle given: `db` waits for another connection, and on SQLite there is none
   * (after 30 s it fails with reason `busy`).
   */
  transaction<T>(act: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

async function connect(location: string): Promise<Pick<State, 'engine' | 'db'>> {
  const plugins = [new CamelCasePlugin()];
  const file = /^sqlite:(?!:memory:)(.+)$/s.exec(location)?.[1];
  if (file !== undefined) {
    return { engine: 'sqlite', db: new Kysely<Database>({ dialect: sqliteDialect(file), plugins }) };
  }
  if (/^postgres(?:ql)?:\/\//.test(location)) {
    // Only who keeps state there loads its client.
    const { postgresDialect } = await import('./dialects/postgres.ts');
    return { engine: 'postgres', db: new Kysely<Database>({ dialect: postgresDialect(location), plugins }) };
  }
  // The location is not repeated: it may hold a password.
  throw new Problem('input.invalid', 'State is kept at `sqlite:<file>` or `postgres://…`; this location is neither.');
}

/**
 * Opens the state at `sqlite:<file>` (made when missing) or `postgres://…` and brings its schema forward.
 * Throws `input.invalid` for another location, `migration.changed` and `state.failed`; nothing stays open then.
 */
export async function openState(location: string): Promise<State> {
  const { engine, db } = await connect(location);
  try {
    await migrate(db, MIGRATIONS);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const close = (): Promise<void> => db.destroy();
  return {
    ...aggregates,
    engine,
    db,
    transaction: (act) => db.transaction().execute(act),
    close,
    [Symbol.asyncDispose]: close,
  };
}
