import type { PropertyValue } from '@continuo/core';
import type { BookingStep } from './activities.ts';
import { instant, type Place } from './calendar.ts';

/** A moment that was written by hand. */
export interface WrittenMoment {
  readonly step: BookingStep;
  readonly channel: string;
  readonly place: Place;
  readonly timeMs: number;
  readonly text: string;
  readonly score: number | null;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

type Line = readonly [
  step: BookingStep,
  channel: string,
  place: Place,
  day: number,
  clock: string,
  detail: string,
  text: string,
  score: number | null,
  cost: string,
  properties: Readonly<Record<string, PropertyValue>>,
];

/** The story of the demo, moment by moment. Day 15 = Tue 18 Aug, 68 = Sat 10 Oct, 78 = Tue 20 Oct 2026. */
const LINES: readonly Line[] = [
  [
    'book',
    'web',
    'Ottawa',
    15,
    '20:14',
    'Books Ottawa – Madrid – Málaga for two, out 20 Oct, home 19 Nov.',
    '',
    null,
    '21 min',
    { minutes: 21 },
  ],
  ['seats', 'app', 'Ottawa', 68, '10:02', 'Chooses two seats side by side.', '', null, '5 min', { minutes: 5 }],
  [
    'checkIn',
    'desk',
    'Ottawa',
    78,
    '17:40',
    'Drops one bag in Ottawa. The tag says “through to Málaga”.',
    '',
    null,
    '14 min in line',
    { wait_minutes: 14 },
  ],
  [
    'fly',
    'aboard',
    'Ottawa',
    78,
    '20:55',
    'Flies to Madrid with her husband. On time.',
    'The crew looked after us.',
    10,
    '',
    { late_minutes: 0, sat_together: true },
  ],
  [
    'madrid',
    'aboard',
    'Madrid',
    79,
    '09:50',
    'Changes planes in Madrid: 60 minutes, two passport lines. They make it. The bag does not.',
    '',
    null,
    'no one tells her',
    { minutes: 58, promise_minutes: 60, hurt: true },
  ],
  [
    'noBag',
    'desk',
    'Málaga',
    79,
    '13:05',
    'Waits at belt 6 in Málaga. Her bag does not come.',
    'My medicine is in that bag, and every desk sends me to the next one.',
    1,
    '2 h 10 waiting',
    { wait_minutes: 130, promise_minutes: 30, as_promised: false, tries: 5, hurt: true, partner: 'Bag handler' },
  ],
  [
    'desk',
    'desk',
    'Málaga',
    79,
    '15:20',
    'Tells it all at the bag desk. “Please phone your airline.”',
    '',
    null,
    '1st time',
    { explained: 1, handovers: 1, hurt: true },
  ],
  [
    'phone',
    'phone',
    'Fuengirola',
    79,
    '16:45',
    'Tells it all by phone. “The handler has it.”',
    '',
    null,
    '2nd time, 34 min on hold',
    { explained: 2, handovers: 1, wait_minutes: 34, hurt: true },
  ],
  [
    'chat',
    'chat',
    'Fuengirola',
    79,
    '18:30',
    'Tells it all in chat. “Please phone.”',
    '',
    null,
    '3rd time',
    { explained: 3, handovers: 1, hurt: true },
  ],
  [
    'phone',
    'phone',
    'Fuengirola',
    80,
    '09:10',
    'Tells it all by phone, to someone new, from the start.',
    'I have told this story four times. Nobody wrote it down.',
    1,
    '4th time, 22 min on hold',
    { explained: 4, wait_minutes: 22, hurt: true },
  ],
  [
    'crew',
    'aboard',
    'Fuengirola',
    80,
    '21:20',
    'A crew member of her flight brings the medicine to the hotel in Fuengirola, after her shift.',
    'I cried. I did not think anyone was still listening.',
    10,
    '',
    { wow: true },
  ],
  [
    'brought',
    'desk',
    'Fuengirola',
    81,
    '11:05',
    'The bag comes to the hotel.',
    '',
    null,
    '46 h after landing',
    { without_hours: 46, without: 'her bag', promise_hours: 24, money: 142, money_for: 'clothes and a doctor' },
  ],
  [
    'answer',
    'email',
    'Fuengirola',
    81,
    '18:20',
    'Answers our three questions: 2 of 10 for the journey, 10 of 10 for the crew.',
    'You have wonderful people, and nobody who owns my bag.',
    2,
    '',
    { crew_score: 10 },
  ],
];

/** Hazel Wren's thirteen moments. */
export function hazelsMoments(): WrittenMoment[] {
  return LINES.map(([step, channel, place, day, clock, detail, text, score, cost, properties]) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    const timeMs = instant(place, day, hours * 60 + minutes);
    return {
      step,
      channel,
      place,
      timeMs,
      text,
      score,
      properties: { detail, ...(cost === '' ? {} : { cost }), ...properties },
    };
  });
}
