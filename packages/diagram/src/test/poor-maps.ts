import type { JourneyMap, Lane, LaneKind } from '@continuo/core';
import { LANE_KINDS } from '@continuo/core';
import type { MapInput } from '../map/map-input.ts';
import { AIRLINE_LIVED, AIRLINE_MAP } from './airline-map.ts';

const NOTHING: JourneyMap = {
  ...AIRLINE_LIVED,
  ...{
    people: 0,
    customers: 0,
    runs: 0,
    statuses: { goal: 0, failed: 0, left: 0, open: 0 },
    asPlanned: { n: 0, of: 0 },
  },
  gotIt: { n: 0, of: 0, estimate: 0, lo: 0, hi: 1, method: 'Wilson 95 %' },
  asPromised: { n: 0, of: 0, estimate: 0, lo: 0, hi: 1, method: 'Wilson 95 %' },
  ...{ voices: { unhappy: 0, neutral: 0, happy: 0 }, triedTwiceOrAsked: { n: 0, of: 0 }, offMap: [], promises: [] },
  returning: { people: 0, enterAt: null },
  steps: AIRLINE_LIVED.steps.map((step) => ({
    ...step,
    ...{
      people: 0,
      customers: 0,
      runs: 0,
      due: 0,
      broken: 0,
      repeated: 0,
      late: 0,
      harmed: 0,
      left: null,
      wait: null,
      comments: [],
    },
    skipped: AIRLINE_LIVED.steps[0]?.skipped ?? step.skipped,
    ...{ channels: [], voices: { unhappy: 0, neutral: 0, happy: 0 } },
  })),
};
const BARE = { ...AIRLINE_MAP, gaps: null, days: null, before: null };

/** Connected, but nobody in this selection. */
export const NOBODY_MAP: MapInput = { ...BARE, lived: NOTHING };

/** No step is connected to data. */
export const UNCONNECTED_MAP: MapInput = {
  ...BARE,
  lived: {
    ...NOTHING,
    ...{ connected: { n: 0, of: 11 }, gotIt: null, asPromised: null },
    steps: NOTHING.steps.map((step) => ({ ...step, isConnected: false })),
  },
};

/** A map somebody has only given a name. */
export const EMPTY_MAP: MapInput = {
  ...BARE,
  lived: { ...NOTHING, connected: { n: 0, of: 0 }, gotIt: null, asPromised: null, steps: [] },
  contract: { ...AIRLINE_MAP.contract, stages: [], lanes: [], promises: [] },
};

const FEELINGS = ['1', '2', '0', '-1', '−2'];
const laneOf = (kind: LaneKind): Lane => ({ id: kind, kind, title: kind.charAt(0).toUpperCase() + kind.slice(1) });
const cardOf = (kind: LaneKind, index: number): string => {
  if (kind === 'emotion') return FEELINGS[index % FEELINGS.length] ?? '0';
  return kind === 'image' ? 'https://example.org/beach.png' : `What ${kind} say here, in words that take several lines`;
};

/** Every kind of lane, a card in each at every step. */
export const WORDY_MAP: MapInput = {
  ...AIRLINE_MAP,
  contract: {
    ...AIRLINE_MAP.contract,
    lanes: LANE_KINDS.map(laneOf),
    stages: AIRLINE_MAP.contract.stages.map((stage, index) => ({
      ...stage,
      blocks: stage.blocks.map((block) => {
        if (block.kind !== 'step') return block;
        const cards = LANE_KINDS.map((kind) => {
          const evidence = { kind: 'heard', n: 3, when: index % 2 === 0 ? '2025-09' : '2026-05-04' } as const;
          return [kind, [{ id: `${block.id}-${kind}`, text: cardOf(kind, index), evidence }]] as const;
        });
        return { ...block, cells: Object.fromEntries(cards) };
      }),
    })),
  },
};
