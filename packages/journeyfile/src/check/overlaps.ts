import type { Matcher, PlacedStep } from '@continuo/core';
import type { Finding } from './finding.ts';
import { type Checked, pathOf } from './known.ts';
import { covers, meet } from './meet.ts';

interface Claim {
  readonly placed: PlacedStep;
  readonly event: string;
  readonly matcher: Matcher;
  readonly isFailure: boolean;
}

/**
 * Events that two steps claim: the first step in file order gets them (warning). A step all of whose events earlier steps take can
 * never be seen (error).
 */
export function checkOverlaps(checked: Checked): Finding[] {
  const earlier = new Map<string, Claim[]>();
  const found: Finding[] = [];
  for (const placed of checked.steps) {
    const claims = claimsOf(checked, placed);
    const lost = claims.filter((claim) =>
      (earlier.get(claim.event) ?? []).some(({ matcher }) => covers(matcher, claim.matcher)),
    );
    const [taken] = lost;
    if (taken !== undefined && claims.every((claim) => claim.isFailure || lost.includes(claim)))
      found.push({
        severity: 'error',
        code: 'step-hidden',
        path: pathOf(placed),
        id: placed.step.id,
        words: `It can never be seen: ${titleOf(earlier, taken)} comes first and takes all its events.`,
        todo: 'Tell them apart by a condition on a property or a channel.',
      });
    else found.push(...sharedWith(earlier, placed, claims));
    for (const claim of claims) earlier.set(claim.event, [...(earlier.get(claim.event) ?? []), claim]);
  }
  return found;
}

const titleOf = (earlier: ReadonlyMap<string, readonly Claim[]>, { event, matcher }: Claim): string =>
  `“${(earlier.get(event) ?? []).find((claim) => covers(claim.matcher, matcher))?.placed.step.title ?? ''}”`;

function claimsOf({ touchpoints }: Checked, placed: PlacedStep): Claim[] {
  const { matchers, failures, touchpoint } = placed.step;
  const shared = matchers.length === 0 && touchpoint !== null ? (touchpoints.get(touchpoint)?.matchers ?? []) : [];
  const claims = (list: readonly Matcher[], isFailure: boolean): Claim[] =>
    list.flatMap((matcher) => [...new Set(matcher.events)].map((event) => ({ placed, event, matcher, isFailure })));
  return [...claims([...matchers, ...shared], false), ...claims(failures, true)];
}

function sharedWith(
  earlier: ReadonlyMap<string, readonly Claim[]>,
  placed: PlacedStep,
  claims: readonly Claim[],
): Finding[] {
  const both = new Map<string, { other: PlacedStep; events: Set<string> }>();
  for (const claim of claims)
    for (const other of earlier.get(claim.event) ?? [])
      if (meet(claim.matcher, other.matcher)) {
        const known = both.get(other.placed.step.id) ?? { other: other.placed, events: new Set<string>() };
        known.events.add(claim.event);
        both.set(other.placed.step.id, known);
      }
  const path = pathOf(placed);
  const found: Finding[] = [...both.values()].map(({ other, events }) => ({
    severity: 'warning',
    code: 'events-shared',
    path,
    id: placed.step.id,
    words: `It shares ${listed(events)} with “${other.step.title}”, which comes first and gets them.`,
    todo: 'Tell them apart by a condition on a property or a channel, or leave it so.',
  }));
  const wentWrong = claims.filter(
    (claim) =>
      claim.isFailure &&
      claims.some((good) => !good.isFailure && good.event === claim.event && meet(good.matcher, claim.matcher)),
  );
  if (wentWrong.length > 0)
    found.push({
      severity: 'warning',
      code: 'events-shared',
      path,
      id: placed.step.id,
      words: `${listed(new Set(wentWrong.map(({ event }) => event)))} says both that it happened and that it went wrong.`,
      todo: 'Tell them apart by a condition on a property.',
    });
  return found;
}

const listed = (events: ReadonlySet<string>): string => {
  const names = [...events].slice(0, 3).map((event) => `“${event}”`);
  return names.join(', ') + (events.size > 3 ? ` and ${events.size - 3} more` : '');
};
