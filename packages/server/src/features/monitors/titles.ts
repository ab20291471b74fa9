import { findStep, type Measured } from '@continuo/core';
import { type MeasuredTitles, measuredName } from '@continuo/diagram';
import type { Services } from '../../platform/services.ts';

/** What a number is called in a workspace, with the titles people gave to maps, steps and sources. */
export async function nameOfMeasured(
  { state }: Pick<Services, 'state'>,
  workspace: number,
  measured: Measured,
): Promise<string> {
  return measuredName(measured, await titlesOf(state, workspace, measured));
}

async function titlesOf(state: Services['state'], workspace: number, measured: Measured): Promise<MeasuredTitles> {
  if (measured.kind === 'source') {
    const sources = await state.sources.list(state.db, workspace);
    return { source: sources.find(({ id }) => id === measured.source)?.name ?? null };
  }
  if (measured.kind !== 'map' && measured.kind !== 'step') return {};
  const journey = await state.journeys.find(state.db, workspace, measured.journey);
  if (journey === null) return {};
  const step = measured.kind === 'step' ? findStep(journey.draft, measured.step) : null;
  return { journey: journey.draft.title, step: step?.title ?? null };
}
