import type { PropertyValue } from '@continuo/core';
import type { Random } from '../random.ts';
import type { BookingStep } from './activities.ts';
import { detail } from './details.ts';
import type { Stop } from './itinerary.ts';
import { arrivedAsPromised, type Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

type Properties = Record<string, PropertyValue>;

/** What has been told so far on one trip. */
export interface Telling {
  told: number;
  /** Tellings still to be placed on the contacts that are left. */
  contactsLeft: number;
}

/** Channel a step came by. */
export function channelOf(step: BookingStep, trip: Trip): string {
  switch (step) {
    case 'book':
      return trip.bookChannel;
    case 'seats':
      return trip.seatChannel;
    case 'skip':
      return 'partner';
    case 'checkIn':
      return trip.checkInChannel;
    case 'fly':
    case 'madrid':
    case 'home':
    case 'crew':
      return 'aboard';
    case 'phone':
      return 'phone';
    case 'chat':
      return 'chat';
    case 'change':
      return trip.brand === 'Maple Sun' && trip.setOutDay % 2 === 1 ? 'phone' : 'web';
    case 'refund':
      return 'web';
    case 'voucher':
    case 'write':
    case 'answer':
      return 'email';
    case 'post':
      return 'social';
    default:
      return 'desk';
  }
}

/** Properties of one step: what it took, what was promised, what it cost, told in one sentence as `detail`. */
export function propertiesOf(random: Random, trip: Trip, stop: Stop, telling: Telling): Properties {
  const properties: Properties = {};
  const { step, minutes } = stop;
  const cost = (text: string) => {
    properties.cost = text;
  };
  if (trip.twice.has(step)) properties.tries = Math.max(2, step === 'noBag' ? trip.contacts.length + 1 : 2);
  switch (step) {
    case 'book':
    case 'seats':
      properties.minutes = minutes ?? 0;
      cost(`${minutes} min`);
      if (step === 'book') properties.money = Math.round(random.logNormal(trip.party === 'alone' ? 720 : 1_560, 0.22));
      break;
    case 'skip':
      properties.partner = 'Seat partner';
      break;
    case 'evening':
    case 'checkIn':
      properties.wait_minutes = minutes ?? 0;
      properties.promise_minutes = 20;
      cost(`${minutes} min in line`);
      if (trip.reach === 'notFlown') properties.as_promised = false;
      break;
    case 'fly':
    case 'home':
      properties.late_minutes = minutes ?? 0;
      properties.promise_minutes = 15;
      if ((minutes ?? 0) > 15) cost(`${minutes} min late`);
      if (step === 'fly' && trip.party !== 'alone') properties.sat_together = !trip.satApart;
      if (step === 'fly' && trip.reach === 'madrid') properties.as_promised = false;
      if (step === 'fly' && (trip.satApart || trip.landedLate)) properties.hurt = true;
      break;
    case 'madrid':
      properties.partner = 'Connection in Madrid';
      properties.minutes = minutes ?? 0;
      properties.promise_minutes =
        trip.setOutDay + 1 >= TRUTHS.connection.day ? TRUTHS.connection.minutesSince : TRUTHS.connection.minutesBefore;
      if (trip.reach === 'noBag' || trip.missedPlane) properties.hurt = true;
      break;
    case 'miss':
      properties.hurt = true;
      if (trip.reach === 'turnedBack') properties.as_promised = false;
      cost(trip.reach === 'turnedBack' ? 'turned back' : 'a day in Madrid');
      break;
    case 'belt':
    case 'noBag':
      properties.partner = 'Bag handler';
      properties.wait_minutes = minutes ?? 0;
      properties.promise_minutes = 30;
      properties.as_promised = arrivedAsPromised(trip);
      cost(`${words(minutes ?? 0)} waiting`);
      if (step === 'noBag') {
        properties.hurt = true;
        telling.told = 1;
        properties.explained = 1;
      }
      break;
    case 'phone':
    case 'chat':
      contact(random, trip, stop, telling, properties);
      break;
    case 'brought':
      properties.partner = 'Bag handler';
      properties.without_hours = Math.round((minutes ?? 0) / 6) / 10;
      properties.without = 'the bag';
      properties.promise_hours = 24;
      cost(`${Math.round((minutes ?? 0) / 60)} h after landing`);
      if (random.chance(0.6)) properties.money = Math.round(random.logNormal(64, 0.6));
      break;
    default:
      break;
  }
  properties.detail = detail(random, trip, stop, telling.told);
  return properties;
}

/** A call or chat: tells it once, and again to whoever it is passed on to, until the trip's number is reached. */
function contact(random: Random, trip: Trip, stop: Stop, telling: Telling, properties: Properties): void {
  const spare = trip.explained - telling.told - telling.contactsLeft;
  const here = telling.contactsLeft === 1 ? 1 + Math.max(0, spare) : 1 + (spare > 0 && random.chance(0.5) ? 1 : 0);
  telling.told += here;
  telling.contactsLeft -= 1;
  properties.explained = telling.told;
  if (here > 1) properties.handovers = here - 1;
  properties.wait_minutes = stop.minutes ?? 0;
  const hold = stop.step === 'phone' ? `, ${stop.minutes} min on hold` : '';
  properties.cost = `${nth(telling.told)} time${hold}`;
  if (trip.reach === 'noBag') properties.hurt = true;
}

function nth(n: number): string {
  return n === 1 ? '1st' : n === 2 ? '2nd' : n === 3 ? '3rd' : `${n}th`;
}

/** `44 min`, `2 h 10`. */
export function words(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`;
}
