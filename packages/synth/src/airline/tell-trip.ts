import type { PropertyValue } from '@continuo/core';
import type { Random } from '../random.ts';
import { BOOKING, type BookingStep } from './activities.ts';
import { BEGIN_MS, isoDay } from './calendar.ts';
import { type Comments, TWO_LINES } from './comments.ts';
import { type Draft, draft } from './draft.ts';
import { hazelsMoments } from './hazel.ts';
import { itinerary, type Stop } from './itinerary.ts';
import { channelOf, propertiesOf, type Telling, words } from './moments.ts';
import type { Person } from './people.ts';
import type { Mood, Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';
import type { Topic } from './words-english-out.ts';

/** What belongs to every event of one booking, so that journeys can be told apart by it. */
function shared(trip: Trip, person: Person): Record<string, PropertyValue> {
  return {
    brand: trip.brand,
    journey: 'flies to Fuengirola for a month',
    country: person.country,
    set_out: TRUTHS.periods[trip.period].label,
    set_out_day: isoDay(trip.setOutDay),
    party: trip.party,
    flew_before: trip.flewBefore ? 'yes' : 'no',
    times_round: trip.timesRound,
    ...(trip.seat === 'open' ? {} : { seats: trip.seat === 'chosen' ? 'chosen' : 'skipped at the partner' }),
    ...(trip.reach === 'booked' ? {} : { bag_drop: trip.drop === 'evening' ? 'evening before' : 'on the day' }),
  };
}

export interface TellTrip {
  readonly trip: Trip;
  readonly person: Person;
  readonly caseKey: string;
  readonly bookDay: number;
  readonly change: { readonly minutes: number; readonly isDone: boolean } | null;
}

/** A booking as events. What happened before data were collected (3 August) is not there. */
export function tellTrip(random: Random, said: Comments, input: TellTrip): Draft[] {
  const { trip, person, caseKey } = input;
  const who = { kind: 'user', id: person.id } as const;
  const common = shared(trip, person);
  if (trip.star === 'hazel') {
    return hazelsMoments().map((m) =>
      draft(who, m, {
        name: BOOKING[m.step],
        channel: m.channel,
        caseKey,
        score: m.score,
        text: m.text,
        properties: { ...common, ...m.properties },
      }),
    );
  }
  const telling: Telling = { told: 0, contactsLeft: trip.contacts.length };
  const unsaid = new Map(trip.voices);
  return itinerary(random, trip, input.bookDay).flatMap((stop): Draft[] => {
    const properties = Object.assign(propertiesOf(random, trip, stop, telling), common);
    if (stop.step === 'change' && input.change !== null) {
      properties.minutes = input.change.minutes;
      properties.changed = input.change.isDone;
      properties.cost = words(input.change.minutes);
    }
    const mood = stop.step === 'answer' ? trip.mood : (unsaid.get(stop.step) ?? null);
    unsaid.delete(stop.step);
    if (stop.timeMs < BEGIN_MS) return [];
    const score = mood === null ? null : scoreOf(random, mood);
    const text = mood === null ? '' : wordsOf(said, trip, stop, mood, person);
    if (stop.step === 'answer' && score !== null) properties.detail = `Answers our questions: ${score} of 10.`;
    return [
      draft(who, stop, {
        name: BOOKING[stop.step],
        channel: channelOf(stop.step, trip),
        caseKey,
        score,
        text,
        properties,
      }),
    ];
  });
}

/** A number from 0 to 10 that reads as the mood: 0 to 6, 7 or 8, 9 or 10. */
export function scoreOf(random: Random, mood: Mood): number {
  if (mood === 0) return random.pick([0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
  return mood === 1 ? random.int(7, 8) : random.int(9, 10);
}

function wordsOf(said: Comments, trip: Trip, stop: Stop, mood: Mood, person: Person): string {
  const { step } = stop;
  if (trip.star === 'rowan' && step === 'evening') return 'Slept in, walked on.';
  const isMap = trip.saysTwoLines && step === 'madrid';
  return isMap ? TWO_LINES : said.say(topicsOf(trip, step), mood, person.language, stop.minutes);
}

/** What this customer would speak of first, then the step in general. */
function topicsOf(trip: Trip, step: BookingStep): Topic[] {
  const isAugust = trip.period === 'august';
  switch (step) {
    case 'madrid':
      if (trip.missedPlane) return ['miss', 'madrid'];
      return [trip.setOutDay + 1 >= TRUTHS.connection.day ? 'sixtyMinutes' : 'ninetyMinutes', 'madrid'];
    case 'skip':
      if (trip.satApart) return [trip.party === 'family' ? 'familyApart' : 'twoApart', 'skip'];
      return ['skip'];
    case 'fly':
      return isAugust ? ['augustFlight', 'fly'] : ['fly'];
    case 'answer':
      if (trip.reach === 'noBag') return ['answerWithoutBag', 'answer'];
      if (trip.missedPlane) return ['answerMissed', 'answer'];
      if (trip.satApart) return ['answerApart', 'answer'];
      if (isAugust) return ['answerAugust', 'answer'];
      return trip.flewBefore ? ['answerReturning', 'answer'] : ['answer'];
    default:
      return [step];
  }
}
