/// <reference types="node" />
import type { JourneyContract, LaneKind, Step } from '@continuo/core';
import { LANE_KINDS } from '@continuo/core';
import { expect, test } from 'vitest';
import { toSvg } from '../scene/svg.ts';
import { AIRLINE_LIVED, AIRLINE_MAP } from '../test/airline-map.ts';
import { mapView } from './build.ts';
import { drawMap } from './draw-map.ts';
import type { MapInput } from './map-input.ts';

const STEPS = 20;
/** Seven built-in rows that fill here (the comments are few) and seven of the designer's. */
const LANES: readonly LaneKind[] = LANE_KINDS.filter((kind) => kind !== 'quotes').slice(0, 7);

function large(): MapInput {
  const [stage] = AIRLINE_MAP.contract.stages;
  const bag = AIRLINE_LIVED.steps.find(({ step }) => step === 'bag');
  if (stage === undefined || bag === undefined) throw new Error('the fixture has lost its bag');
  const [model] = stage.blocks as readonly Step[];
  if (model === undefined) throw new Error('the fixture has lost its first step');
  const ids = Array.from({ length: STEPS }, (_, index) => `s${index}`);
  const cells = Object.fromEntries(
    LANES.map((kind) => [
      kind,
      [
        {
          id: kind,
          text: kind === 'emotion' ? '1' : 'Words that take two or three lines',
          evidence: { kind: 'think' },
        },
      ],
    ]),
  ) as Step['cells'];
  const contract: JourneyContract = {
    ...AIRLINE_MAP.contract,
    lanes: LANES.map((kind) => ({ id: kind, kind, title: kind })),
    stages: [0, 1, 2, 3].map((index) => ({
      ...{ id: `stage-${index}`, title: `Stage ${index}` },
      blocks: ids.slice(index * 5, index * 5 + 5).map((id) => ({ ...model, id, owner: 'Baggage', cells })),
    })),
  };
  return {
    ...{ ...AIRLINE_MAP, contract },
    lived: { ...AIRLINE_LIVED, steps: ids.map((step) => ({ ...bag, step })), offMap: [] },
  };
}

/** Processor time of the best of five, ms: the machine may be shared. */
function best(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test('a map of 20 steps and 14 lanes is built and drawn within 50 ms', () => {
  const input = large();
  const view = mapView(input);
  expect([view.columns.length, view.rows.length]).toEqual([STEPS, 14]);
  const building = best(() => {
    mapView(input);
  });
  const drawing = best(() => {
    for (const scene of drawMap(view)) toSvg(scene, { theme: 'page' });
  });
  console.info(`20 steps, 14 lanes: view ${building.toFixed(1)} ms, drawing ${drawing.toFixed(1)} ms`);
  // Twice the budget on a busy machine still means that nobody waits.
  expect(building + drawing).toBeLessThan(100);
}, 30_000);
