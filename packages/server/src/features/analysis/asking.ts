import type { ScopeInput } from '@continuo/contract';
import { scopeSchema } from '@continuo/contract';
import type { Scope } from '@continuo/core';
import type { Asking, AskOptions, CodeBook, ResolvedJourney } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';

/** All that questions need about a workspace, read from the state in one go. */
export async function askingFor(
  { warehouse, state }: Pick<Services, 'warehouse' | 'state'>,
  workspace: number,
  scope: ScopeInput,
  options: AskOptions = {},
): Promise<Asking> {
  const asked = scopeOf(workspace, scope);
  const [book, build, sources, journey, codebook] = await Promise.all([
    codeBook(state, workspace),
    state.builds.last(state.db, workspace),
    state.sources.listComplete(state.db, workspace),
    journeyOf(state, asked),
    state.themes.list(state.db, workspace),
  ]);
  const dataAsOfMs = build?.dataAsOfMs ?? null;
  return { warehouse, book, scope: asked, journey, dataAsOfMs, sources, codebook, options };
}

/** The journey of the scope with what judges its runs. Throws `journey.unknown` and `journey.not_ready`. */
async function journeyOf(state: Services['state'], { workspace, journey }: Scope): Promise<ResolvedJourney | null> {
  if (!journey) return null;
  return { key: journey.key, definitions: await state.journeyDefinitions.resolve(state.db, workspace, journey) };
}

/** The scope with its defaults, and the workspace that the caller may not choose. Throws zod's error for bad input. */
export function scopeOf(workspace: number, input: ScopeInput): Scope {
  return { workspace, ...scopeSchema.parse(input) };
}

/** Names behind the codes in the runs of a workspace. */
async function codeBook(state: Services['state'], workspace: number): Promise<CodeBook> {
  const [activities, channels] = await Promise.all([
    state.codes.names(state.db, workspace, 'activity'),
    state.codes.names(state.db, workspace, 'channel'),
  ]);
  return { activities, channels };
}
