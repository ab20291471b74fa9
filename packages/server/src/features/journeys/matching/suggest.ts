import { placedSteps, type SuggestedMatch, suggestMatches, withTouchpoints } from '@continuo/core';
import type { StoredJourney } from '@continuo/state';
import type { Services } from '../../../platform/services.ts';
import { eventsSeen } from './events-seen.ts';

/** More kinds of events than this nobody connects by hand; the rarest are left out. */
const MOST_KINDS = 2000;

/** Which events the steps of a draft may be that have no matcher yet, by name, place and channel. */
export async function suggestFor(services: Services, journey: StoredJourney): Promise<readonly SuggestedMatch[]> {
  const { state } = services;
  const { workspace, draft } = journey;
  const seen = await eventsSeen(services, workspace, { search: '', samples: 0, limit: MOST_KINDS });
  const placed = placedSteps(withTouchpoints(draft, await state.touchpoints.list(state.db, workspace)));
  const last = Math.max(1, placed.length - 1);
  const open = placed.filter(({ step }) => step.matchers.length === 0);
  return suggestMatches(
    open.map(({ step, position }) => ({
      id: step.id,
      title: step.title,
      position: position / last,
      channels: step.channels,
    })),
    seen.map(({ name, events, meanPosition, channels }) => ({
      name,
      events,
      position: meanPosition,
      channels: channels.map(({ channel }) => channel),
    })),
  );
}
