import type { ScopeInput } from '@continuo/contract';
import { scopeSchema } from '@continuo/contract';
import type { Scope } from '@continuo/core';
import type { Asking, AskOptions, CodeBook } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';

/** All that questions need about a workspace, read from the state in one go. */
export async function askingFor(
  { warehouse, state }: Pick<Services, 'warehouse' | 'state'>,
  workspace: number,
  scope: ScopeInput,
  options: AskOptions = {},
): Promise<Asking> {
  const [book, build, sources] = await Promise.all([
    codeBook(state, workspace),
    state.builds.last(state.db, workspace),
    state.sources.listComplete(state.db, workspace),
  ]);
  return { warehouse, book, scope: scopeOf(workspace, scope), dataAsOfMs: build?.dataAsOfMs ?? null, sources, options };
}

/** The scope with its defaults, and the workspace that the caller may not choose. Throws zod's error for bad input. */
function scopeOf(workspace: number, input: ScopeInput): Scope {
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
