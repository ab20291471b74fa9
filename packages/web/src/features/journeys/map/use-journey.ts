import type { Journey } from '@continuo/contract';
import type { JudgedBy } from '@continuo/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client, queryClient } from '../../../api/client.ts';

const LOOK_AGAIN_MS = 1000;

/** A version as it was published; it never changes. */
export const versionQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['journey-version', key, version],
    queryFn: ({ signal }) => client.call('journeyVersion', { params: { key, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const gapMarksQuery = (key: string) =>
  queryOptions({
    queryKey: ['gap-marks', key],
    queryFn: ({ signal }) => client.call('gapMarks', { params: { key }, signal }),
  });

/** Who judges when the address does not say: the versions in force, or the draft where nothing was published. */
export function usualJudge(journey: Pick<Journey, 'version'>): JudgedBy {
  return journey.version === null ? 'draft' : 'in-force';
}

/**
 * Gets the numbers of a judging ready and says how far they are; asked again every second until they are. Answers that were
 * counted before are asked anew when a build ends.
 */
export function useJudging(key: string, judgedBy: JudgedBy, isOn: boolean) {
  const query = useQuery({
    queryKey: ['judging', key, judgedBy],
    queryFn: ({ signal }) => client.call('judgeJourney', { params: { key }, body: { judgedBy }, signal }),
    enabled: isOn,
    staleTime: 15_000,
    refetchInterval: ({ state: { data } }) => (data && !data.isReady && data.error === null ? LOOK_AGAIN_MS : false),
  });
  const isReady = query.data?.isReady ?? null;
  const was = useRef(isReady);
  useEffect(() => {
    if (was.current === false && isReady === true) void queryClient.invalidateQueries({ queryKey: ['ask'] });
    was.current = isReady;
  }, [isReady]);
  return query;
}
