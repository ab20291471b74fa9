import type { Scope } from '@continuo/core';
import type { Services } from '../../platform/services.ts';
import type { Depends } from './answer-memory.ts';

export interface AskedFor {
  readonly question: string;
  /** With all defaults. */
  readonly scope: Scope;
  /** With all defaults; the time zone, where a question needs one, is part of it. */
  readonly input: unknown;
}

/** Questions that look at the codebook. */
const READS_THEMES: ReadonlySet<string> = new Set(['comments', 'themes']);

/**
 * All that an answer depends on: what is asked, the newest build, the sources, the code book, the themes, and what a journey was built
 * as. A definition's content never changes (its map with the matchers of its touchpoints, its dates): its number and build
 * stand for them.
 */
export async function dependsOn(
  { state }: Pick<Services, 'state'>,
  { question, scope, input }: AskedFor,
): Promise<Depends> {
  const { workspace, journey } = scope;
  const [build, sources, sizes, definitions, codebook] = await Promise.all([
    state.builds.last(state.db, workspace),
    state.sources.listComplete(state.db, workspace),
    state.codes.sizes(state.db, workspace),
    journey ? state.journeyDefinitions.builtAs(state.db, workspace, journey) : [],
    READS_THEMES.has(question) ? state.themes.list(state.db, workspace) : null,
  ]);
  return {
    workspace,
    era: JSON.stringify([build?.version ?? 0, sources, sizes.activity, sizes.channel]),
    key: JSON.stringify([
      question,
      canonical(scope),
      canonical(input),
      definitions.map(({ definition, builtVersion }) => [definition, builtVersion]),
      codebook,
    ]),
  };
}

/** The same value with the fields of every object in one order. The order of lists stays: answers repeat their scope. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, canonical(one)]),
  );
}
