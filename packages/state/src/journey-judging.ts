import { createHash } from 'node:crypto';
import { type Block, type JourneyContract, type JudgedBy, withTouchpoints } from '@continuo/core';
import type { Db } from './database.ts';
import { journeyVersions, type StoredVersion } from './journey-versions.ts';
import type { StoredJourney } from './journeys.ts';
import { touchpoints } from './touchpoints.ts';

export type JudgingKind = 'version' | 'again' | 'draft';

/** What has to be built so that a judging has its runs. */
export interface JudgingSpec {
  readonly kind: JudgingKind;
  /** Of a draft: 0. */
  readonly version: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** With the matchers of its touchpoints. */
  readonly contract: JourneyContract;
  /** The same for specs that give the same runs and judge them alike. */
  readonly digest: string;
}

/**
 * What a judging consists of. In force: every version in its dates, which end where the next begins; none before the first.
 * A version again, and the draft: one, for all time. Throws `journey.unknown` for a version there is not.
 */
export async function specsOf(db: Db, journey: StoredJourney, judgedBy: JudgedBy): Promise<readonly JudgingSpec[]> {
  if (judgedBy === 'draft') {
    const contract = withTouchpoints(journey.draft, await touchpoints.list(db, journey.workspace));
    return [spec('draft', 0, null, null, contract)];
  }
  if (judgedBy !== 'in-force') {
    const one = await journeyVersions.get(db, journey, judgedBy);
    return [spec('again', one.version, null, null, whole(one))];
  }
  const versions = await journeyVersions.list(db, journey);
  return versions.map((one, i) =>
    spec('version', one.version, one.fromMs, versions[i + 1]?.fromMs ?? null, whole(one)),
  );
}

const whole = (version: StoredVersion): JourneyContract => withTouchpoints(version.contract, version.touchpoints);

function spec(
  kind: JudgingKind,
  version: number,
  fromMs: number | null,
  toMs: number | null,
  contract: JourneyContract,
): JudgingSpec {
  const judging = [
    fromMs,
    toMs,
    contract.passage,
    contract.isClosed,
    // Read when asked, not when built; but questions read them from the stored contract.
    contract.promises,
    contract.rules,
    contract.stages.map(({ blocks }) => judged(blocks)),
  ];
  const digest = createHash('sha256').update(JSON.stringify(judging)).digest('base64url');
  return { kind, version, fromMs, toMs, contract, digest };
}

/** Only what decides which runs there are and how they are judged: renaming a step must not rebuild anything. */
function judged(blocks: readonly Block[]): unknown {
  return blocks.map((block) => {
    if (block.kind !== 'step') return [block.kind, block.isOptional, block.atMost, judged(block.blocks)];
    const { id, actor, isOwed, isOptional, atMost, ends, matchers, failures, channels } = block;
    return [id, actor, isOwed, isOptional, atMost, ends, matchers, failures, channels];
  });
}

/** The kind of rows in which a judging is kept. */
export function kindOf(judgedBy: JudgedBy): JudgingKind {
  return judgedBy === 'in-force' ? 'version' : judgedBy === 'draft' ? 'draft' : 'again';
}
