import type { Random } from '../random.ts';
import type { BookingStep } from './activities.ts';
import { instant, localDay, MINUTE_MS, NOW_MS, type Place } from './calendar.ts';
import { stepsOf, type Trip } from './trip.ts';

/** One step of a trip with its instant. */
export interface Stop {
  readonly step: BookingStep;
  readonly place: Place;
  readonly timeMs: number;
  /** What the step took or made wait, minutes; null when it is not measured. */
  readonly minutes: number | null;
}

interface Landing {
  readonly ms: number;
  readonly waitMinutes: number;
}

/** When and where every step of a trip happens. Steps after the world's now are left out; order is always kept. */
export function itinerary(random: Random, trip: Trip, bookDay: number): Stop[] {
  const lateMinutes = trip.landedLate ? random.int(190, 330) : delay(random, trip);
  const madridMs = instant('Madrid', trip.setOutDay + 1, 590 + Math.max(0, lateMinutes - 10) + random.int(0, 9));
  const landing = land(random, trip, lateMinutes);
  const asks = askTimes(random, trip, landing);
  const stops: Stop[] = [];
  let last = 0;
  const add = (step: Stop['step'], place: Place, timeMs: number, minutes: number | null) => {
    const at = Math.max(timeMs, last + 2 * MINUTE_MS);
    if (at > NOW_MS) return;
    last = at;
    stops.push({ step, place, timeMs: at, minutes });
  };
  let isAsked = trip.mood === null;
  // Whoever is watched is asked at the end of the road, everyone else soon after landing.
  const askOnce = () => {
    if (isAsked || trip.period === 'watched') return;
    isAsked = true;
    add('answer', 'Fuengirola', soonAfter(random, last, 6, 44), null);
  };
  let ask = 0;
  for (const step of stepsOf(trip)) {
    switch (step) {
      case 'book':
        add(
          step,
          'Ottawa',
          instant('Ottawa', bookDay, random.int(7 * 60, 22 * 60 + 20)),
          between(random, 21, 0.45, 6, 95),
        );
        break;
      case 'seats':
        add(step, 'Ottawa', seatsAt(random, trip, last), between(random, 6, 0.5, 1, 40));
        break;
      case 'skip':
        add(step, 'Ottawa', last + random.int(6, 50) * MINUTE_MS, null);
        break;
      case 'change':
        add(step, 'Ottawa', changeAt(random, trip, last), null);
        break;
      case 'evening':
        add(
          step,
          'Ottawa',
          instant('Ottawa', trip.setOutDay - 1, random.int(17 * 60, 20 * 60 + 30)),
          trip.star === 'rowan' ? 4 : between(random, 4, 0.35, 1, 12),
        );
        break;
      case 'checkIn':
        add(
          step,
          'Ottawa',
          instant('Ottawa', trip.setOutDay, random.int(15 * 60, 18 * 60 + 45)),
          between(random, 19, 0.4, 3, 70),
        );
        break;
      case 'fly':
        add(step, 'Ottawa', instant('Ottawa', trip.setOutDay, 20 * 60 + 55 + lateMinutes), lateMinutes);
        break;
      case 'madrid':
        add(step, 'Madrid', madridMs, between(random, 71, 0.18, 45, 140));
        break;
      case 'miss':
        add(step, 'Madrid', madridMs + random.int(62, 105) * MINUTE_MS, null);
        break;
      case 'belt':
        add(step, 'Málaga', landing.ms + landing.waitMinutes * MINUTE_MS, landing.waitMinutes);
        break;
      case 'noBag':
        add(step, 'Málaga', landing.ms, landing.waitMinutes);
        break;
      case 'desk':
        add(step, 'Málaga', landing.ms + (landing.waitMinutes + random.int(4, 35)) * MINUTE_MS, random.int(5, 40));
        break;
      case 'phone':
      case 'chat':
        add(
          step,
          'Fuengirola',
          asks[ask] as number,
          step === 'phone' ? between(random, 17, 0.55, 2, 75) : between(random, 6, 0.6, 1, 40),
        );
        ask += 1;
        break;
      case 'brought':
        add(
          step,
          'Fuengirola',
          landing.ms + Math.round((trip.bagHours as number) * 60) * MINUTE_MS,
          Math.round((trip.bagHours as number) * 60),
        );
        break;
      case 'home':
        askOnce();
        add(
          step,
          'Málaga',
          instant('Málaga', homeDay(random, trip, last), 13 * 60 + random.int(0, 25)),
          between(random, 12, 0.8, 0, 200),
        );
        break;
      default:
        add(step, 'Fuengirola', soonAfter(random, last, 5, 40), null);
    }
  }
  if (!isAsked) {
    const isHome = trip.reach === 'booked';
    add('answer', isHome ? 'Ottawa' : 'Fuengirola', soonAfter(random, last, 6, isHome ? 30 : 44), null);
  }
  return stops;
}

/** Log-normal whole number within bounds. */
function between(random: Random, median: number, sigma: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, random.logNormal(median, sigma))));
}

/** Departure delay; August nights are later. */
function delay(random: Random, trip: Trip): number {
  return between(random, trip.period === 'august' ? 19 : 8, 0.8, 0, trip.period === 'august' ? 110 : 45);
}

function land(random: Random, trip: Trip, lateMinutes: number): Landing {
  const onTime = 12 * 60 + 35 + random.int(0, 40) + (trip.landedLate ? lateMinutes : Math.max(0, lateMinutes - 30));
  const minute = trip.missedPlane ? random.int(18 * 60 + 30, 21 * 60 + 15) : onTime;
  const ms = instant('Málaga', trip.setOutDay + 1, minute);
  const waitMinutes = trip.reach === 'noBag' ? random.int(50, 150) : between(random, 34, 0.55, 6, 95);
  return { ms, waitMinutes };
}

function seatsAt(random: Random, trip: Trip, bookedMs: number): number {
  if (random.chance(0.4)) return bookedMs + random.int(4, 45) * MINUTE_MS;
  const from = localDay('Ottawa', bookedMs) + 1;
  const to = Math.min(84, trip.setOutDay - 1);
  return from > to
    ? bookedMs + random.int(4, 45) * MINUTE_MS
    : instant('Ottawa', random.int(from, to), random.int(480, 1_290));
}

function changeAt(random: Random, trip: Trip, lastMs: number): number {
  const latest = Math.min(NOW_MS - 3 * 60 * MINUTE_MS, instant('Ottawa', trip.setOutDay - 2, 20 * 60));
  return lastMs + Math.max(0, latest - lastMs) * random.unit();
}

/** Calls and chats between leaving the belt and getting the bag, by day where that can be. */
function askTimes(random: Random, trip: Trip, landing: Landing): number[] {
  const from = landing.ms + (landing.waitMinutes + 15) * MINUTE_MS;
  const backHours = trip.bagHours === null ? 999 : trip.bagHours === 0 ? 20 : trip.bagHours;
  const to = Math.min(
    NOW_MS - 20 * MINUTE_MS,
    landing.ms + backHours * 60 * MINUTE_MS - 20 * MINUTE_MS,
    from + 96 * 60 * MINUTE_MS,
  );
  const times = Array.from(trip.contacts, () => {
    for (let tries = 0; tries < 12; tries += 1) {
      const at = from + (to - from) * random.unit() ** 1.5;
      const hour = Math.floor(((at / MINUTE_MS + 120) % 1440) / 60);
      if (hour >= 7 && hour < 23) return at;
    }
    return from + (to - from) * random.unit();
  });
  return times.sort((a, b) => a - b).map((at) => Math.round(at / MINUTE_MS) * MINUTE_MS);
}

function homeDay(random: Random, trip: Trip, lastMs: number): number {
  const earliest = localDay('Málaga', lastMs) + 2;
  if (trip.period !== 'watched') return Math.max(earliest, trip.setOutDay + random.int(28, 31));
  return random.int(Math.min(83, Math.max(earliest, trip.setOutDay + 8)), 83);
}

/** Some hours later, not in the middle of the night; pulled in front of now when it would come after it. */
function soonAfter(random: Random, lastMs: number, leastHours: number, mostHours: number): number {
  const drawn = lastMs + random.int(leastHours * 60, mostHours * 60) * MINUTE_MS;
  const spanishHour = Math.floor(((drawn / MINUTE_MS + 120) % 1440) / 60);
  const at = spanishHour < 7 ? drawn + 7 * 60 * MINUTE_MS : drawn;
  if (at <= NOW_MS - 5 * MINUTE_MS) return at;
  return lastMs + Math.round(((NOW_MS - lastMs) / MINUTE_MS) * (0.3 + 0.5 * random.unit())) * MINUTE_MS;
}
