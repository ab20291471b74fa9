import type { JourneyContract } from '@continuo/core';
import { instant } from './calendar.ts';
import { flightJourney } from './journey-flight.ts';
import { changeJourney, lifecycle } from './journeys-around.ts';
import { complainJourney, lostBagJourney } from './journeys-repair.ts';
import { TRUTHS } from './truths.ts';

/** A map of the demo with its versions, oldest first. The first is in force from the beginning (`fromMs` null). */
export interface DemoJourney {
  readonly key: string;
  readonly versions: readonly {
    readonly contract: JourneyContract;
    readonly fromMs: number | null;
    readonly note: string;
  }[];
}

/** What the airline designed: the lifecycle as a loop, the flight with a new timetable since 1 October, a repair and two more. */
export function airlineJourneys(): readonly DemoJourney[] {
  const { day, minutesBefore, minutesSince } = TRUTHS.connection;
  return [
    once(lifecycle),
    {
      key: flightJourney(minutesBefore).key,
      versions: [
        { contract: flightJourney(minutesBefore), fromMs: null, note: 'Ninety minutes to change planes in Madrid.' },
        {
          contract: flightJourney(minutesSince),
          fromMs: instant('Ottawa', day - 1, 0),
          note: 'New timetable: sixty minutes to change planes in Madrid.',
        },
      ],
    },
    once(lostBagJourney),
    once(complainJourney),
    once(changeJourney),
  ];
}

function once(contract: JourneyContract): DemoJourney {
  return { key: contract.key, versions: [{ contract, fromMs: null, note: 'First drawn in the spring workshop.' }] };
}
