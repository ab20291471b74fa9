import type { JourneyMap } from '@continuo/core';
import { countedMapOf, type MapContext } from '@continuo/core/oracle';
import type { FewPassage } from '../journeys/few-passages.ts';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { activityCodes } from '../runs/code-book.ts';
import { readComments } from './journey-comments.ts';
import { fitOfFew } from './journey-fit.ts';
import { numberedSteps } from './journey-steps.ts';
import { readMapVoices } from './map-voices.ts';
import type { Asking } from './question.ts';

/** What core must know beside the passages. */
export function contextOf(asking: Asking): MapContext {
  return {
    definitions: definitionsOf(asking),
    dataAsOfMs: asking.dataAsOfMs ?? 0,
    seen: new Set(asking.book.activities.filter((name) => name !== '')),
  };
}

/** The map of passages in hand: counted by core. */
export async function mapOfFew(passages: readonly FewPassage[], comments: number, asking: Asking): Promise<JourneyMap> {
  const [said, voices] = await Promise.all([readComments(comments, asking), readMapVoices(asking)]);
  const { steps, offMap, ...counted } = countedMapOf(passages, { ...contextOf(asking), voices });
  const { definitions, ...fit } = fitOfFew(passages, asking);
  const numbers = new Map(numberedSteps(asking).map(({ number, step }) => [step.id, number]));
  const at = (place: Parameters<typeof said.at>[0]) => ({ comments: said.at(place) });
  return {
    ...counted,
    ...fit,
    versions: [...new Set(definitions.flatMap(({ version }) => (version ? [version] : [])))],
    steps: steps.map((one) => ({ ...one, ...at({ kind: 'step', number: numbers.get(one.step) ?? 0 }) })),
    offMap: offMap.map((one) => {
      const [code = 0] = activityCodes(asking.book, [one.activity]);
      return { ...one, ...at({ kind: 'off-map', code }) };
    }),
  };
}
