import { type JourneyMap, mayBeSkipped, type PlacedStep, type PromiseKept, type TimePromise } from '@continuo/core';
import type { Columns } from './columns.ts';
import type { MapInput } from './map-input.ts';
import type { MapCell } from './map-view.ts';

/** What the cells of every row look at. */
export interface MapContext {
  readonly input: MapInput;
  readonly columns: Columns;
  /** Null on the planned layer and where nothing lived is known. */
  readonly lived: JourneyMap | null;
  /** The promise that ends at a step, the tightest first; with how it was kept. */
  promiseAt(step: string): { readonly promise: TimePromise; readonly kept: PromiseKept | null } | null;
  /** Whether everybody who sets out is planned to come to the step. */
  isForAll(placed: PlacedStep): boolean;
}

export function contextOf(input: MapInput, columns: Columns): MapContext {
  const lived = input.layer === 'planned' ? null : input.lived;
  const kept = new Map((lived?.promises ?? []).map((one) => [one.promise, one]));
  const tightest = [...input.contract.promises].sort((a, b) => a.withinMs - b.withinMs);
  return {
    input,
    columns,
    lived,
    promiseAt: (step) => {
      const promise = tightest.find((one) => one.to === step);
      return promise === undefined ? null : { promise, kept: kept.get(promise.id) ?? null };
    },
    isForAll: (placed) => !mayBeSkipped(placed),
  };
}

/** A cell with nothing in it; `isOff` greys it: the step is not connected. */
export function nothing(words: string, title: string, isOff = false): MapCell {
  return { kind: 'nothing', words, label: words === '' ? title : `${title}: ${words}`, isOff };
}
