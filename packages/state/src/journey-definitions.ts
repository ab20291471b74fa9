import { wholeJourneySchema } from '@continuo/contract';
import { type JourneyDefinition, type JudgedBy, Problem, placedSteps } from '@continuo/core';
import type { Selectable } from 'kysely';
import { nextCount } from './counters.ts';
import { type Database, type Db, inTransaction } from './database.ts';
import { type JudgingKind, type JudgingSpec, kindOf, specsOf } from './journey-judging.ts';
import { journeySteps } from './journey-steps.ts';
import { type JourneyRef, journeys, lockJourney } from './journeys.ts';
import { decodeJson } from './json.ts';

/** `waiting`: to be built. `live`: questions see it. `dropping`: its runs are to leave the warehouse. */
export type DefinitionStatus = 'waiting' | 'live' | 'dropping';

/** One definition of runs with how far it is. Its content never changes: another content is another definition. */
export interface StoredDefinition extends JourneyDefinition {
  readonly workspace: number;
  /** Number of its journey. */
  readonly journey: number;
  readonly kind: JudgingKind;
  readonly version: number;
  readonly status: DefinitionStatus;
  /** Sources whose events are in its runs, ascending; null: never built. */
  readonly sources: readonly number[] | null;
  /** Why the last try failed, in words. */
  readonly error: string | null;
}

// 0 and 1 are the runs of persons and of cases.
const FIRST_DEFINITION = 2;

type Row = Selectable<Database['journeyDefinitions']>;

const toDefinition = (row: Row, numbers: ReadonlyMap<string, number>): StoredDefinition => ({
  workspace: row.workspace,
  definition: row.definition,
  journey: row.journey,
  kind: row.kind as JudgingKind,
  version: row.version,
  fromMs: row.fromMs,
  toMs: row.toMs,
  contract: decodeJson(wholeJourneySchema, row.contract, 'journey_definitions.contract'),
  numbers,
  status: row.status as DefinitionStatus,
  sources: row.sources === null ? null : (JSON.parse(row.sources) as number[]),
  error: row.error,
});

const own = (db: Db, { workspace, id }: JourneyRef) =>
  db
    .selectFrom('journeyDefinitions')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('journey', '=', id)
    .orderBy('version')
    .orderBy('definition');

const isOf = (row: Pick<Row, 'kind' | 'version'>, judgedBy: JudgedBy): boolean =>
  row.kind === kindOf(judgedBy) && (typeof judgedBy !== 'number' || row.version === judgedBy);

const isSpec = (row: Row, spec: JudgingSpec): boolean =>
  row.status !== 'dropping' && row.kind === spec.kind && row.version === spec.version && row.digest === spec.digest;

/**
 * The definitions that a judging needs, those that are missing made now and waiting. What waited for an earlier draft is given
 * up. Steps of the draft get their numbers. Throws `journey.unknown`.
 */
function want(db: Db, ref: JourneyRef, judgedBy: JudgedBy): Promise<readonly StoredDefinition[]> {
  return inTransaction(db, async (trx) => {
    const journey = await lockJourney(trx, ref);
    const specs = await specsOf(trx, journey, judgedBy);
    const numbers = await journeySteps.ensure(
      trx,
      ref,
      specs.flatMap(({ contract }) => placedSteps(contract).map(({ step }) => step.id)),
    );
    const rows = (await own(trx, ref).execute()).filter((row) => isOf(row, judgedBy));
    const wanted: Row[] = [];
    for (const spec of specs) {
      const { contract, ...rest } = spec;
      const known = rows.find((row) => isSpec(row, spec));
      const row: Row = known ?? {
        ...rest,
        workspace: ref.workspace,
        journey: ref.id,
        definition: FIRST_DEFINITION - 1 + (await nextCount(trx, ref.workspace, 'definition')),
        contract: JSON.stringify(contract),
        status: 'waiting',
        sources: null,
        builtVersion: null,
        error: null,
      };
      if (known === undefined) await trx.insertInto('journeyDefinitions').values(row).execute();
      wanted.push(row);
    }
    const stale = rows.filter((row) => row.status === 'waiting' && !wanted.includes(row)).map((row) => row.definition);
    await setStatus(trx, ref.workspace, stale, 'dropping');
    return wanted.map((row) => toDefinition(row, numbers));
  });
}

async function setStatus(
  db: Db,
  workspace: number,
  definitions: readonly number[],
  status: DefinitionStatus,
): Promise<void> {
  if (definitions.length === 0) return;
  await db
    .updateTable('journeyDefinitions')
    .set({ status })
    .where('workspace', '=', workspace)
    .where('definition', 'in', definitions)
    .execute();
}

/** Notes that the runs of definitions hold all events of these sources, and are judged. */
async function built(
  db: Db,
  workspace: number,
  definitions: readonly number[],
  { version, sources }: { readonly version: number; readonly sources: readonly number[] },
): Promise<void> {
  if (definitions.length === 0) return;
  await db
    .updateTable('journeyDefinitions')
    .set({ builtVersion: version, sources: sourcesText(sources), error: null })
    .where('workspace', '=', workspace)
    .where('definition', 'in', definitions)
    .execute();
}

/** Notes that these definitions hold the events of these sources: one that is still empty came to be. */
async function hold(
  db: Db,
  workspace: number,
  definitions: readonly number[],
  sources: readonly number[],
): Promise<void> {
  if (definitions.length === 0) return;
  await db
    .updateTable('journeyDefinitions')
    .set({ sources: sourcesText(sources) })
    .where('workspace', '=', workspace)
    .where('definition', 'in', definitions)
    .execute();
}

const sourcesText = (sources: readonly number[]): string => JSON.stringify([...sources].sort((a, b) => a - b));

/** Notes why definitions could not be built; null takes the note away, so that it is tried again. */
async function fail(db: Db, workspace: number, definitions: readonly number[], error: string | null): Promise<void> {
  if (definitions.length === 0) return;
  await db
    .updateTable('journeyDefinitions')
    .set({ error })
    .where('workspace', '=', workspace)
    .where('definition', 'in', definitions)
    .execute();
}

/**
 * Shows what was built for a judging to questions, and hides what it replaces, in one step: no question counts a passage
 * under two versions. False when the journey was changed meanwhile, or something is not built of these sources yet.
 */
function switchOver(db: Db, ref: JourneyRef, judgedBy: JudgedBy, sources: readonly number[]): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const journey = await lockJourney(trx, ref);
    const specs = await specsOf(trx, journey, judgedBy);
    const rows = (await own(trx, ref).execute()).filter((row) => isOf(row, judgedBy) && row.status !== 'dropping');
    const wanted = specs.map((spec) => rows.find((row) => isSpec(row, spec)));
    const text = sourcesText(sources);
    if (!wanted.every((row) => row !== undefined && row.sources === text)) return false;
    const shown = wanted.flatMap((row) => (row === undefined ? [] : [row.definition]));
    const gone = rows.map((row) => row.definition).filter((definition) => !shown.includes(definition));
    await setStatus(trx, ref.workspace, shown, 'live');
    await setStatus(trx, ref.workspace, gone, 'dropping');
    return true;
  });
}

/** Whether questions see a judging as it is now, with all events of these sources; and what went wrong. */
async function stateOf(
  db: Db,
  ref: JourneyRef & { readonly key: string },
  judgedBy: JudgedBy,
  sources: readonly number[],
): Promise<{ readonly isReady: boolean; readonly error: string | null }> {
  const journey = await journeys.get(db, ref.workspace, ref.key);
  const specs = await specsOf(db, journey, judgedBy);
  const rows = await own(db, ref).execute();
  const found = specs.map((spec) => rows.find((row) => isSpec(row, spec)));
  const text = sourcesText(sources);
  return {
    isReady: specs.length > 0 && found.every((row) => row?.status === 'live' && row.sources === text),
    error: found.find((row) => row !== undefined && row.error !== null)?.error ?? null,
  };
}

/** Everything questions see or will see, of all journeys of a workspace: what a rebuild after an import brings up to date. */
async function listOf(db: Db, workspace: number, status: DefinitionStatus): Promise<readonly StoredDefinition[]> {
  const rows = await db
    .selectFrom('journeyDefinitions')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('status', '=', status)
    .orderBy('definition')
    .execute();
  const numbers = new Map<number, ReadonlyMap<string, number>>();
  for (const id of new Set(rows.map((row) => row.journey)))
    numbers.set(id, await journeySteps.numbers(db, { workspace, id }));
  return rows.map((row) => toDefinition(row, numbers.get(row.journey) ?? new Map()));
}

/** Gives up what is built for a judging and not shown yet; what is shown stays. */
async function giveUp(db: Db, ref: JourneyRef, judgedBy: JudgedBy): Promise<void> {
  const rows = await own(db, ref).execute();
  const waiting = rows.filter((row) => isOf(row, judgedBy) && row.status === 'waiting');
  await setStatus(
    db,
    ref.workspace,
    waiting.map((row) => row.definition),
    'dropping',
  );
}

/** Forgets a definition whose runs have left the warehouse. */
async function forget(db: Db, workspace: number, definition: number): Promise<void> {
  await db
    .deleteFrom('journeyDefinitions')
    .where('workspace', '=', workspace)
    .where('definition', '=', definition)
    .where('status', '=', 'dropping')
    .execute();
}

/**
 * The definitions that a scope of unit `journey` looks at, oldest version first. While a newer state is being built, those
 * of the state before. Throws `journey.unknown`, and `journey.not_ready` when nothing was built yet.
 */
async function resolve(
  db: Db,
  workspace: number,
  { key, judgedBy }: { readonly key: string; readonly judgedBy: JudgedBy },
): Promise<readonly StoredDefinition[]> {
  const journey = await journeys.get(db, workspace, key);
  const rows = (await own(db, journey).execute()).filter((row) => isOf(row, judgedBy) && row.status === 'live');
  if (rows.length === 0)
    throw new Problem('journey.not_ready', notReady(key, judgedBy, journey.version), { details: { key, judgedBy } });
  const numbers = await journeySteps.numbers(db, journey);
  return rows.map((row) => toDefinition(row, numbers));
}

/**
 * What a judging was built as: number and build of each definition that questions see, ascending. It changes whenever the
 * passages or the map that judges them do, and is cheap to read; empty while nothing is built, and for a key there is not.
 */
async function builtAs(
  db: Db,
  workspace: number,
  { key, judgedBy }: { readonly key: string; readonly judgedBy: JudgedBy },
): Promise<readonly { readonly definition: number; readonly builtVersion: number | null }[]> {
  const rows = await db
    .selectFrom('journeyDefinitions')
    .innerJoin('journeys', (join) =>
      join
        .onRef('journeys.workspace', '=', 'journeyDefinitions.workspace')
        .onRef('journeys.id', '=', 'journeyDefinitions.journey'),
    )
    .select(['definition', 'builtVersion', 'kind', 'journeyDefinitions.version as version'])
    .where('journeyDefinitions.workspace', '=', workspace)
    .where('journeys.key', '=', key)
    .where('status', '=', 'live')
    .orderBy('definition')
    .execute();
  return rows
    .filter((row) => isOf(row, judgedBy))
    .map(({ definition, builtVersion }) => ({ definition, builtVersion }));
}

function notReady(key: string, judgedBy: JudgedBy, newest: number): string {
  if (judgedBy === 'in-force' && newest === 0) return `“${key}” has no version yet: publish it, or look at its draft.`;
  return `The numbers of “${key}” are not ready yet. Ask for them, and wait until they are.`;
}

export const journeyDefinitions = {
  want,
  built,
  hold,
  fail,
  switchOver,
  stateOf,
  listOf,
  giveUp,
  forget,
  resolve,
  builtAs,
} as const;
