import type { DeedClock } from '@continuo/state';
import type { Services } from '../../platform/services.ts';

/** Fact under which the demo world keeps the instant at which its call-backs stand still, ms. */
export const DEMO_NOW = 'callback-demo-now';

/**
 * What time it is for the call-backs of a workspace. In the demo world, as long as nothing else was brought in, it stands
 * still where the demo's data end: its call-backs are the same whenever somebody looks at them.
 */
export async function recoveryClock(
  { state, clock }: Pick<Services, 'state' | 'clock'>,
  workspace: number,
): Promise<DeedClock> {
  const [{ answerDays }, demoNow, sources] = await Promise.all([
    state.callbackRules.settings(state.db, workspace),
    state.facts.get(state.db, workspace, DEMO_NOW),
    state.sources.list(state.db, workspace),
  ]);
  const live = sources.filter(({ status, kind }) => status === 'complete' && kind !== 'collect');
  const isFrozen = demoNow !== null && live.length > 0 && live.every(({ kind }) => kind === 'demo');
  return { nowMs: isFrozen ? Number(demoNow) : clock.now(), answerDays, isFrozen };
}
