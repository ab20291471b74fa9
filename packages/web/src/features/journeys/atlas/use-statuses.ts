import type { JourneyEntry } from '@continuo/contract';
import { type MapStatus, mapView } from '@continuo/diagram';
import { useQueries } from '@tanstack/react-query';
import { client, queryClient } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { journeyQuery } from '../../../api/journeys.ts';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';

export interface JourneyStatus {
  readonly status: MapStatus;
  /** "hurts · as promised", "not connected". */
  readonly words: string;
}

const WORDS = JOURNEYS_WORDS.card;

/** Status of every journey by its worst fact, as its map says it; what is not counted yet says why. */
export function useStatuses(entries: readonly JourneyEntry[]): ReadonlyMap<string, JourneyStatus> {
  const { workspace, dataAsOfMs } = useOverview();
  const { timeZone } = workspace;
  const counted = entries.filter(isCounted);
  const found = useQueries({
    queries: counted.map(({ key, version }) => ({
      queryKey: ['journey-status', key, version, timeZone],
      staleTime: 60_000,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<JourneyStatus> => {
        const scope = { unit: 'journey', journey: { key, judgedBy: 'in-force' } } as const;
        const [{ draft }, lived, days] = await Promise.all([
          queryClient.fetchQuery({ ...journeyQuery(key), staleTime: 15_000 }),
          client.ask('journey-map', { scope, input: { comments: 0 }, signal }),
          client.ask('journey-days', { scope, input: { timeZone }, signal }),
        ]);
        const view = mapView({
          ...{ contract: draft, lived: lived.result, gaps: null, days: days.result, before: null },
          ...{ layer: 'both', lanes: null, timeZone, asOfMs: dataAsOfMs ?? 0 },
        });
        return { status: view.status?.kind ?? 'none', words: view.status?.words ?? WORDS.notKnown };
      },
    })),
  });
  const byKey = new Map(counted.map(({ key }, i) => [key, found[i]]));
  return new Map(
    entries.map((entry): [string, JourneyStatus] => {
      const answer = byKey.get(entry.key);
      if (answer?.data) return [entry.key, answer.data];
      return [entry.key, { status: 'none', words: answer?.error ? WORDS.failed : wordsWithout(entry) }];
    }),
  );
}

/** A version is published, connected to data, and its numbers are made. */
function isCounted({ version, connected, judging }: JourneyEntry): boolean {
  return version !== null && connected > 0 && judging.isReady;
}

function wordsWithout({ version, connected, judging }: JourneyEntry): string {
  if (connected === 0) return WORDS.notConnected;
  if (version === null) return WORDS.notKnown;
  return judging.error === null ? WORDS.counting : WORDS.failed;
}
