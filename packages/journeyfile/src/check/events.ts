import type { Matcher } from '@continuo/core';
import { nearest } from '../file/nearest.ts';
import type { Finding } from './finding.ts';
import { type Checked, pathOf } from './known.ts';

/**
 * Events that were never seen. Several names in one matcher are other spellings: one of them seen is enough, the rest is a note. None
 * of them seen is an error; among those that say that a step went wrong a warning, for it may never have.
 */
export function checkEvents(checked: Checked): Finding[] {
  const { known, steps } = checked;
  if (known.events === undefined) return [];
  const seen = new Set(known.events);
  return steps.flatMap((placed) => {
    const say = (matcher: Matcher, isFailure: boolean): Finding[] => {
      const missing = matcher.events.filter((event) => !seen.has(event));
      if (missing.length === 0) return [];
      const isNone = missing.length === matcher.events.length;
      return [
        {
          severity: !isNone ? 'note' : isFailure ? 'warning' : 'error',
          code: 'event-unknown',
          path: pathOf(placed),
          id: placed.step.id,
          words: `${missing.map((event) => `“${event}”`).join(', ')}: never seen.`,
          todo: isNone ? suggestion(missing, seen) : '',
        },
      ];
    };
    return [
      ...placed.step.matchers.flatMap((matcher) => say(matcher, false)),
      ...placed.step.failures.flatMap((matcher) => say(matcher, true)),
    ];
  });
}

function suggestion(missing: readonly string[], seen: ReadonlySet<string>): string {
  for (const event of missing) {
    const like = nearest(event, seen);
    if (like !== null) return `Did you mean “${like}”?`;
  }
  return seen.size === 0
    ? 'There are no events yet: import some first.'
    : `Seen were for instance: ${[...seen].slice(0, 8).join(', ')}.`;
}
