import type { BookingStep } from './activities.ts';

export type Brand = 'Northern Maple' | 'Maple Sun';
export type PeriodName = 'august' | 'before' | 'watched' | 'later';
/** What a customer said a moment felt like; 0 unhappy, 1 neutral, 2 happy. */
export type Mood = 0 | 1 | 2;

/** One booking as it will be lived; the generator turns it into events. Nothing here is random any more but details. */
export interface Trip {
  readonly period: PeriodName;
  seat: 'chosen' | 'skipped' | 'open';
  drop: 'evening' | 'desk';
  /** How far it came: did not fly, stayed in Madrid, turned back, or landed in Málaga with or without the bag. */
  reach: 'booked' | 'notFlown' | 'madrid' | 'turnedBack' | 'bag' | 'noBag';
  missedPlane: boolean;
  /** `p` a phone call, `c` a chat, in order. */
  contacts: string;
  /** How often it was all told, the form at the belt included; 0 without contact. */
  explained: number;
  /** Hours until the bag came; null while it is still missing, 0 when it was on the belt. */
  bagHours: number | null;
  satApart: boolean;
  landedLate: boolean;
  brokenBag: boolean;
  goesHome: boolean;
  asksAtDesk: boolean;
  changes: boolean;
  /** What they did after it, last: refund, voucher, write, post. */
  tail: 'refund' | 'voucher' | 'write' | 'post' | null;
  setOutDay: number;
  party: 'alone' | 'two' | 'family';
  flewBefore: boolean;
  /** Which time round the loop this is, the first being 1. */
  timesRound: number;
  brand: Brand;
  bookChannel: 'web' | 'app';
  seatChannel: 'web' | 'app';
  checkInChannel: 'desk' | 'app';
  readonly twice: Set<BookingStep>;
  /** Over all; null when they did not answer. */
  mood: Mood | null;
  readonly voices: Map<BookingStep, Mood>;
  /** The voice on Madrid that the map shows is this customer's. */
  saysTwoLines: boolean;
  star: 'hazel' | 'rowan' | 'clover' | null;
  /** The person and the earliest day they may have booked. */
  person: number;
  bookedFrom: number;
}

/** A trip on which nothing has been decided. */
export function blankTrip(period: PeriodName): Trip {
  return {
    period,
    seat: 'chosen',
    drop: 'desk',
    reach: 'bag',
    missedPlane: false,
    contacts: '',
    explained: 0,
    bagHours: 0,
    satApart: false,
    landedLate: false,
    brokenBag: false,
    goesHome: false,
    asksAtDesk: false,
    changes: false,
    tail: null,
    setOutDay: 0,
    party: 'alone',
    flewBefore: false,
    timesRound: 1,
    brand: 'Northern Maple',
    bookChannel: 'web',
    seatChannel: 'app',
    checkInChannel: 'desk',
    twice: new Set(),
    mood: null,
    voices: new Map(),
    saysTwoLines: false,
    star: null,
    person: -1,
    bookedFrom: 0,
  };
}

/** Whether customer and bag came as promised: on the day, with the bag, the party side by side. */
export function arrivedAsPromised(trip: Trip): boolean {
  return trip.reach === 'bag' && !trip.missedPlane && !trip.satApart && !trip.landedLate && !trip.brokenBag;
}

/** The steps of a trip in the order in which they were lived. */
export function stepsOf(trip: Trip): BookingStep[] {
  const steps: BookingStep[] = ['book'];
  if (trip.seat === 'chosen') steps.push('seats');
  if (trip.seat === 'skipped') steps.push('skip');
  if (trip.changes) steps.push('change');
  if (trip.reach === 'booked') return steps;
  steps.push(trip.drop === 'evening' ? 'evening' : 'checkIn');
  if (trip.reach === 'notFlown') return steps;
  steps.push('fly');
  if (trip.reach === 'madrid') return steps;
  steps.push('madrid');
  if (trip.missedPlane) steps.push('miss');
  if (trip.reach === 'bag') steps.push('belt');
  if (trip.reach === 'noBag') steps.push('noBag');
  if (trip.asksAtDesk) steps.push('desk');
  for (const contact of trip.contacts) steps.push(contact === 'p' ? 'phone' : 'chat');
  if (trip.star === 'hazel') steps.push('crew');
  if (trip.reach === 'noBag' && trip.bagHours !== null) steps.push('brought');
  if (trip.goesHome) steps.push('home');
  if (trip.tail !== null) steps.push(trip.tail);
  return steps;
}
