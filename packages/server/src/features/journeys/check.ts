import type { JourneyCheck } from '@continuo/contract';
import { type JourneyContract, Problem } from '@continuo/core';
import { checkContract, findingText, isFine } from '@continuo/journeyfile';
import type { StoredJourney } from '@continuo/state';
import type { Services } from '../../platform/services.ts';

/** What is wrong with a map, and what may be, given all that the workspace knows. */
export async function checkOf(
  { state }: Services,
  workspace: number,
  contract: JourneyContract,
): Promise<JourneyCheck> {
  const [journeys, touchpoints, names] = await Promise.all([
    state.journeys.list(state.db, workspace),
    state.touchpoints.list(state.db, workspace),
    state.codes.names(state.db, workspace, 'activity'),
  ]);
  // Before the first import no event exists: that its names are unknown would be no news.
  const events = names.filter((name) => name !== '');
  const findings = checkContract(contract, {
    journeys: journeys.map(({ key }) => key),
    touchpoints,
    ...(events.length === 0 ? {} : { events }),
  });
  return { canPublish: isFine(findings.filter(({ code }) => !MAY_COME_LATER.has(code))), findings: [...findings] };
}

/** In a file that runs in CI these are errors; a map may be published before its first event, or before the map it leads to. */
const MAY_COME_LATER: ReadonlySet<string> = new Set(['event-unknown', 'journey-unknown', 'touchpoint-unknown']);

/** Throws `journey.invalid` with all that hinders publishing. */
export async function mustBeFine(services: Services, journey: StoredJourney): Promise<void> {
  const { canPublish, findings } = await checkOf(services, journey.workspace, journey.draft);
  if (canPublish) return;
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !MAY_COME_LATER.has(code));
  throw new Problem('journey.invalid', errors.map((one) => findingText(one as never)).join('\n'), {
    details: { findings: errors.length },
  });
}
