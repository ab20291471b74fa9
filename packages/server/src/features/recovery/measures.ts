import type { CallbackMeasures } from '@continuo/contract';
import type { Services } from '../../platform/services.ts';
import { mapsOf, stepOf } from './landing.ts';
import { recoveryClock } from './recovery-clock.ts';

const PERIOD_MS = 28 * 86_400_000;

/** The period that was asked for, [from, to); what was left out comes from the 28 days up to now. */
export function periodOf(
  period: { readonly fromMs?: number | undefined; readonly toMs?: number | undefined },
  nowMs: number,
): { readonly fromMs: number; readonly toMs: number } {
  const toMs = period.toMs ?? nowMs + 1;
  return { toMs, fromMs: period.fromMs ?? Math.max(0, toMs - PERIOD_MS) };
}

/** Call-backs of a period as counts, [from, to); left out: the 28 days up to now. */
export async function callbackMeasures(
  services: Pick<Services, 'state' | 'clock'>,
  workspace: number,
  period: { readonly fromMs?: number | undefined; readonly toMs?: number | undefined } = {},
): Promise<CallbackMeasures> {
  const { state } = services;
  const { nowMs } = await recoveryClock(services, workspace);
  const { fromMs, toMs } = periodOf(period, nowMs);
  const [{ opened, asked, now }, causes, maps] = await Promise.all([
    state.callbacks.measures(state.db, workspace, { fromMs, toMs, nowMs }),
    state.callbacks.causes(state.db, workspace, { fromMs, toMs }),
    mapsOf(services, workspace),
  ]);
  const { inTime, late, notYet, notYetLate, again } = opened;
  return {
    ...{ fromMs, toMs, opened: opened.opened, again, now },
    answered: { inTime, late, notYet, notYetLate },
    closed: causes.reduce((sum, { n }) => sum + n, 0),
    putRight: { asked: asked.asked, yes: asked.yes, partly: asked.partly, no: asked.no, unanswered: asked.unanswered },
    causes: causes.map(({ cause, n }) => {
      const found = cause.kind === 'step' ? stepOf(maps, cause.journey, cause.step) : null;
      if (cause.kind === 'off-map') return { cause, journeyTitle: '', title: 'Not on our map', owner: null, n };
      // A step that was taken off its map keeps its count under its id.
      const title = found?.step.title ?? cause.step;
      return {
        cause,
        journeyTitle: found?.map.title ?? cause.journey,
        title,
        owner: found?.step.owner ?? found?.map.owner ?? null,
        n,
      };
    }),
  };
}
