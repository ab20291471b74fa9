import type { Journey } from '@continuo/contract';
import type { JourneyContract, JudgedBy } from '@continuo/core';
import { type MapInput, type MapLayer, type MapView, mapView } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type AskScope, useAnswer, useOverview } from '../../../api/hooks.ts';
import { useToday } from '../../../api/use-today.ts';
import type { Filter } from '../../../url/filters.ts';
import type { Period } from '../../../url/period.ts';
import { useJudging, versionQuery } from './use-journey.ts';

export interface SideWish {
  readonly journey: Journey;
  readonly judgedBy: JudgedBy;
  /** Null: all time. */
  readonly range: Period | null;
  readonly filters: readonly Filter[];
  readonly layer: MapLayer;
  /** Whether the time of the same length before is asked too. */
  readonly hasBefore: boolean;
  /** False: nothing is asked, there is no such side. */
  readonly isOn?: boolean;
}

export interface Side {
  readonly scope: AskScope;
  readonly contract: JourneyContract | null;
  /** Null while it is on its way. */
  readonly input: MapInput | null;
  readonly view: MapView | null;
  readonly judging: {
    readonly isReady: boolean;
    readonly progress: number | null;
    readonly error: string | null;
  } | null;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

/** The time of the same length right before; null for all time. */
export function timeBefore(range: Period | null): Period | null {
  if (range === null) return null;
  const length = range.toMs - range.fromMs;
  return range.fromMs < length ? null : { fromMs: range.fromMs - length, toMs: range.fromMs };
}

/** The scope of one side of a map. */
export function sideScope({ journey, judgedBy, range, filters }: Omit<SideWish, 'layer' | 'hasBefore'>): AskScope {
  return { unit: 'journey', journey: { key: journey.key, judgedBy }, ...(range && { range }), filters };
}

/** A map with how it was lived by some customers in some time, judged by some version: contract, numbers, view. */
export function useSide(wish: SideWish): Side {
  const { journey, judgedBy, range, filters, layer, hasBefore, isOn = true } = wish;
  const { key } = journey;
  const { workspace, dataAsOfMs, lastMs } = useOverview();
  const todayMs = useToday();
  const version = judgedBy === 'draft' ? null : judgedBy === 'in-force' ? journey.version : judgedBy;
  const published = useQuery({ ...versionQuery(key, version ?? 0), enabled: isOn && version !== null });
  const contract = version === null ? journey.draft : (published.data?.contract ?? null);
  const asksLived = isOn && layer !== 'planned';
  const judging = useJudging(key, judgedBy, asksLived);
  const isReady = asksLived && judging.data?.isReady === true;
  const scope = useMemo(() => sideScope({ journey, judgedBy, range, filters }), [journey, judgedBy, range, filters]);
  const earlier = useMemo(() => timeBefore(range), [range]);
  const earlierScope = useMemo(() => ({ ...scope, ...(earlier && { range: earlier }) }), [scope, earlier]);
  const { timeZone } = workspace;
  const map = useAnswer('journey-map', scope, {}, { isOn: isReady });
  const gaps = useAnswer('journey-gaps', scope, { timeZone }, { isOn: isReady });
  const days = useAnswer('journey-days', scope, { timeZone }, { isOn: isReady });
  const before = useAnswer(
    'journey-map',
    earlierScope,
    { comments: 0 },
    { isOn: isReady && hasBefore && earlier !== null },
  );
  const isThere = layer === 'planned' || (map.data && gaps.data && days.data);
  const input = useMemo((): MapInput | null => {
    if (!isOn || contract === null || !isThere) return null;
    const lived = layer === 'planned' ? null : (map.data?.result ?? null);
    return {
      ...{ contract, layer, lanes: null, timeZone, lived },
      gaps: gaps.data?.result ?? null,
      days: days.data?.result ?? null,
      before:
        hasBefore && earlier && before.data
          ? { lived: before.data.result, lengthMs: earlier.toMs - earlier.fromMs }
          : null,
      asOfMs: map.data?.dataAsOfMs ?? dataAsOfMs ?? lastMs ?? 0,
      todayMs,
    };
  }, [
    isOn,
    contract,
    isThere,
    layer,
    timeZone,
    map.data,
    gaps.data,
    days.data,
    before.data,
    hasBefore,
    earlier,
    dataAsOfMs,
    lastMs,
    todayMs,
  ]);
  const view = useMemo(() => (input === null ? null : mapView(input)), [input]);
  const asked = [published, judging, map, gaps, days];
  return {
    ...{ scope, contract, input, view },
    judging: judging.data ?? null,
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    isFetching: asked.some(({ isFetching }) => isFetching),
    refetch: () => {
      for (const one of asked) if (one.error !== null) void one.refetch();
    },
  };
}
