import type { JourneyEntry } from '@continuo/contract';
import type { MapStatus } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../../../api/client.ts';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';

export interface JourneyStatus {
  readonly status: MapStatus;
  /** "hurts · as promised", "not connected". */
  readonly words: string;
}

const WORDS = JOURNEYS_WORDS.card;
const LOOK_AGAIN_MS = 2_000;

/** Status of every journey by its worst fact, as its map says it; asked again while one is being counted. */
export function useStatuses(entries: readonly JourneyEntry[]): ReadonlyMap<string, JourneyStatus> {
  const { data, error } = useQuery({
    queryKey: ['journey-statuses'],
    queryFn: ({ signal }) => client.call('journeyStatuses', { signal }),
    staleTime: 5_000,
    refetchOnMount: 'always',
    refetchInterval: (query) =>
      query.state.data?.some(({ words }) => words === WORDS.counting) ? LOOK_AGAIN_MS : false,
  });
  return useMemo(() => {
    const byKey = new Map(data?.map((one) => [one.key, one]));
    const without: JourneyStatus = { status: 'none', words: error ? WORDS.failed : WORDS.counting };
    return new Map(entries.map(({ key }) => [key, byKey.get(key) ?? without]));
  }, [data, error, entries]);
}
