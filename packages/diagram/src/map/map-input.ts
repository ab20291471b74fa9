import type { JourneyContract, JourneyDays, JourneyGaps, JourneyMap } from '@continuo/core';
import type { MapLayer } from './map-view.ts';

/** The same answers for the time before, to say whether it got better. */
export interface MapBefore {
  readonly lived: JourneyMap;
  /** Length of that time, ms: "in the 4 weeks before". */
  readonly lengthMs: number;
}

/** What a map is made of. Everything lived may be missing: the map then says "not known", never 0. */
export interface MapInput {
  readonly contract: JourneyContract;
  /** Answer of the question `journey-map`. */
  readonly lived: JourneyMap | null;
  /** Answer of `journey-gaps`: says since when. */
  readonly gaps: JourneyGaps | null;
  /** Answer of `journey-days`: says what is steady. */
  readonly days: JourneyDays | null;
  readonly before: MapBefore | null;
  readonly layer: MapLayer;
  /** Row ids in the order to be shown; null: all, in the usual order. Ids that do not exist are passed over. */
  readonly lanes: readonly string[] | null;
  /** IANA name, for days in words. */
  readonly timeZone: string;
  /** "Now" of the data, ms: cards heard more than twelve months before it fade. */
  readonly asOfMs: number;
  /** What readers call today, ms: days of another year are written with it. Without it `asOfMs`. */
  readonly todayMs?: number;
}
