import type { Random } from '../random.ts';
import type { BookingStep } from './activities.ts';
import { shortDay } from './calendar.ts';
import type { Stop } from './itinerary.ts';
import type { Trip } from './trip.ts';

const PARTY = { alone: 'alone', two: 'for two', family: 'for the family' } as const;
const TOGETHER = { alone: 'alone', two: 'the two of them', family: 'with the family' } as const;

/** One plain sentence of what happened at a step; `told` is how often it all has been told by now. */
export function detail(random: Random, trip: Trip, stop: Stop, told: number): string {
  const write = SENTENCES[stop.step];
  return write(random, trip, stop, told);
}

type Sentence = (random: Random, trip: Trip, stop: Stop, told: number) => string;
const fixed =
  (...sentences: readonly string[]): Sentence =>
  (random) =>
    random.pick(sentences);

const SENTENCES: Readonly<Record<BookingStep, Sentence>> = {
  book: (random, trip) =>
    random.pick([
      `Books Ottawa – Madrid – Málaga ${PARTY[trip.party]}, out ${shortDay(trip.setOutDay)}.`,
      `Finds a month in the sun and books it ${PARTY[trip.party]}, out ${shortDay(trip.setOutDay)}.`,
    ]),
  seats: (_random, trip) =>
    trip.party === 'alone'
      ? 'Chooses a seat.'
      : trip.party === 'two'
        ? 'Chooses two seats side by side.'
        : 'Chooses a row for the family.',
  skip: fixed(
    'Skips the seats in the partner’s app. Nothing says what that means.',
    'Leaves the seats for later in the travel app; there is no later.',
  ),
  change: (_random, trip) =>
    trip.brand === 'Maple Sun' ? 'Changes the booking, or tries to.' : 'Changes the booking.',
  evening: (_random, trip) =>
    trip.star === 'rowan'
      ? 'Leaves both bags in Ottawa the evening before.'
      : trip.party === 'alone'
        ? 'Drops the bag in Ottawa the evening before.'
        : 'Drops the bags in Ottawa the evening before.',
  checkIn: (random, trip) =>
    trip.checkInChannel === 'app'
      ? 'Checks in by app and leaves the bag at the machine.'
      : random.pick(['Drops the bag in Ottawa. The tag says “through to Málaga”.', 'Checks in and drops the bag.']),
  fly: (_random, trip, stop) =>
    `Flies to Madrid, ${trip.satApart ? 'rows apart from each other' : TOGETHER[trip.party]}. ${punctual(stop.minutes)}`,
  madrid: (_random, trip) => {
    const minutes = trip.setOutDay + 1 >= 59 ? 60 : 90;
    if (trip.missedPlane)
      return `Changes planes in Madrid: ${minutes} minutes, two passport lines. The gate is closed.`;
    if (trip.reach === 'noBag')
      return `Changes planes in Madrid: ${minutes} minutes, two passport lines. The bag is left behind.`;
    return `Changes planes in Madrid in ${minutes} minutes.`;
  },
  miss: (_random, trip) =>
    trip.reach === 'turnedBack'
      ? 'Misses the plane. The next free seat is in two days; turns back.'
      : 'Misses the plane and waits for the evening one.',
  belt: (_random, trip) =>
    trip.star === 'rowan'
      ? 'Both bags are on the belt before he is there.'
      : trip.landedLate
        ? 'Lands hours late. The bag is on the belt.'
        : 'The bag is on the belt.',
  noBag: (random) => `Waits at belt ${random.int(3, 9)} in Málaga. The bag does not come. Tells it all at the counter.`,
  desk: fixed('Asks at the bag desk where to look.', 'Asks at the bag desk which belt it is.'),
  phone: (random, trip, _stop, told) =>
    trip.reach !== 'noBag'
      ? random.pick([
          'Phones to ask about the way home.',
          'Phones about the bag fee.',
          'Phones to find out which belt.',
        ])
      : random.pick([
          `Tells it all by phone${told > 2 ? ', to someone new' : ''}. “The handler has it.”`,
          `Tells it all by phone. “Please try again tomorrow.”`,
          `Phones, reads out the bag number${told > 2 ? ' again' : ''}. “We have noted it.”`,
        ]),
  chat: fixed('Tells it all in chat. “Please phone.”', 'Types the bag number into the chat. “We will look.”'),
  crew: fixed('A crew member of the flight brings the medicine to the hotel.'),
  brought: (_random, trip) => (trip.brokenBag ? 'The bag comes to the hotel, broken.' : 'The bag comes to the hotel.'),
  home: fixed('Flies home to Ottawa.'),
  refund: fixed('Asks for the money back.'),
  voucher: fixed('Gets a voucher by email.'),
  write: fixed('Writes to us about the trip.'),
  post: fixed('Posts about us for all to read.'),
  answer: fixed('Answers our questions.'),
};

function punctual(lateMinutes: number | null): string {
  if (lateMinutes === null || lateMinutes <= 15) return 'On time.';
  return lateMinutes > 180 ? 'Hours late.' : `${lateMinutes} minutes late.`;
}
