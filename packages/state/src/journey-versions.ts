import { type JourneyVersion, touchpointSchema, wholeJourneySchema } from '@continuo/contract';
import { type JourneyContract, Problem, placedSteps, type Touchpoint } from '@continuo/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Database, type Db, inTransaction } from './database.ts';
import { journeySteps } from './journey-steps.ts';
import { type JourneyRef, lockJourney } from './journeys.ts';
import { decodeJson } from './json.ts';
import { touchpoints as catalogue } from './touchpoints.ts';

/** A published version: it never changes, nor do the touchpoints that its steps named. */
export interface StoredVersion extends Omit<JourneyVersion, 'toMs'> {
  readonly contract: JourneyContract;
  readonly touchpoints: readonly Touchpoint[];
}

const touchpointsSchema = z.array(touchpointSchema);

function toVersion(row: Selectable<Database['journeyVersions']>): StoredVersion {
  const { workspace: _w, journey: _j, contract, touchpoints, ...rest } = row;
  return {
    ...rest,
    contract: decodeJson(wholeJourneySchema, contract, 'journey_versions.contract'),
    touchpoints: decodeJson(touchpointsSchema, touchpoints, 'journey_versions.touchpoints'),
  };
}

/** Versions with their contracts, oldest first; empty before the first. */
async function list(db: Db, { workspace, id }: JourneyRef): Promise<readonly StoredVersion[]> {
  const rows = await db
    .selectFrom('journeyVersions')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('journey', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(toVersion);
}

/** One version. Throws `journey.unknown`. */
async function get(db: Db, ref: JourneyRef, version: number): Promise<StoredVersion> {
  const row = await db
    .selectFrom('journeyVersions')
    .selectAll()
    .where('workspace', '=', ref.workspace)
    .where('journey', '=', ref.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('journey.unknown', `There is no version ${version} of this journey.`);
  return toVersion(row);
}

/**
 * Makes the draft the next version, in force from `fromMs`: null is the beginning of time, only for the first; left out is
 * that for the first and now for later ones. Steps get their numbers, for ever. Earlier versions keep what they judged.
 * Throws `input.invalid` when it would not come into force after the version before it.
 */
function publish(
  db: Db,
  ref: JourneyRef,
  {
    note,
    actor,
    atMs,
    fromMs,
  }: {
    readonly note: string;
    readonly actor: string;
    readonly atMs: number;
    readonly fromMs?: number | null | undefined;
  },
): Promise<StoredVersion> {
  return inTransaction(db, async (trx) => {
    const { draft, version: newest } = await lockJourney(trx, ref);
    const before = newest === 0 ? null : await get(trx, ref, newest);
    const from = fromMs === undefined ? (before === null ? null : atMs) : fromMs;
    if (before !== null && (from === null || (before.fromMs !== null && from <= before.fromMs)))
      throw new Problem(
        'input.invalid',
        `Version ${newest + 1} must come into force after version ${newest}${before.fromMs === null ? ', so it needs a day' : ''}.`,
        { details: { fromMs: before.fromMs } },
      );
    const steps = placedSteps(draft).map(({ step }) => step);
    await journeySteps.ensure(
      trx,
      ref,
      steps.map(({ id }) => id),
    );
    const named = new Set(steps.map(({ touchpoint }) => touchpoint));
    const touchpoints = (await catalogue.list(trx, ref.workspace)).filter(({ key }) => named.has(key));
    const version: StoredVersion = {
      version: newest + 1,
      contract: draft,
      touchpoints,
      note,
      actor,
      publishedMs: atMs,
      fromMs: from,
    };
    await trx
      .insertInto('journeyVersions')
      .values({
        ...version,
        workspace: ref.workspace,
        journey: ref.id,
        contract: JSON.stringify(draft),
        touchpoints: JSON.stringify(touchpoints),
      })
      .execute();
    await trx
      .updateTable('journeys')
      .set({ version: version.version, updatedMs: atMs })
      .where('workspace', '=', ref.workspace)
      .where('id', '=', ref.id)
      .execute();
    return version;
  });
}

export const journeyVersions = { list, get, publish } as const;
