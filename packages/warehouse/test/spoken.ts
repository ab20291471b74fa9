import type { Run, Scope } from '@continuo/core';
import { namedVoicesOf, type SpokenScope } from '@continuo/core/oracle';
import type { World } from './worlds.ts';

/** What feedback of a scope is counted from; `runs` are those of the scope. */
export function spokenScopeOf(world: World, scope: Scope, runs: readonly Run[]): SpokenScope {
  const definitions = scope.unit === 'journey' ? world.journeys : [];
  const people = scope.filters.length === 0 ? null : new Set(runs.map(({ person }) => person));
  const voices = namedVoicesOf(world.events, definitions, { ...world, range: scope.range, people });
  // As the last one counts: by time over all people.
  return { runs, voices: voices.sort((a, b) => a.atMs - b.atMs), definitions };
}
