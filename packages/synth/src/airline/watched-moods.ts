import type { Random } from '../random.ts';
import type { BookingStep } from './activities.ts';
import { deal, mark } from './deal.ts';
import { type Mood, stepsOf, type Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

/** Chooses the 38 of 640 who answer, what they say over all, and of which steps they speak: 95 voices, and one WOW. */
export function answerWatched(random: Random, trips: readonly Trip[]): void {
  overall(random, trips);
  const answering = trips.filter((trip) => trip.mood !== null);
  const { overall: _overall, ...bySteps } = TRUTHS.voices;
  for (const [step, counts] of Object.entries(bySteps) as [BookingStep, readonly [number, number, number]][]) {
    speak(random, answering, step, counts);
  }
}

function overall(random: Random, trips: readonly Trip[]): void {
  const waitingToBeAsked = (trip: Trip) => trip.mood !== null && trip.reach === 'bag';
  give(
    random,
    trips.filter((t) => waitingToBeAsked(t) && t.drop === 'evening'),
    [0, 1, 6],
  );
  give(
    random,
    trips.filter((t) => waitingToBeAsked(t) && t.seat === 'chosen' && t.drop === 'desk' && !t.missedPlane),
    [2, 1, 1],
  );
  give(
    random,
    trips.filter((t) => waitingToBeAsked(t) && t.drop === 'desk' && (t.seat === 'skipped' || t.missedPlane)),
    [5, 0, 0],
  );

  const free = (trip: Trip) => trip.mood === null && trip.star === null;
  const homeward = trips.filter(
    (t) => t.goesHome && t.reach === 'bag' && !t.missedPlane && !t.satApart && free(t) && t.seat === 'chosen',
  );
  give(random, random.shuffle(homeward.filter((t) => t.drop === 'evening')).slice(0, 1), [0, 0, 1]);
  give(random, random.shuffle(homeward.filter((t) => t.drop === 'desk')).slice(0, 4), [0, 2, 2]);

  const without = trips.filter((t) => t.reach === 'noBag' && free(t) && t.drop === 'desk' && t.tail === null);
  const phoning = without.filter((t) => t.contacts.includes('p'));
  const silent = without.filter((t) => !t.contacts.includes('p'));
  const skippedOf = (list: readonly Trip[], is: boolean, n: number) =>
    random.shuffle(list.filter((t) => (t.seat === 'skipped') === is)).slice(0, n);
  give(random, [...skippedOf(phoning, true, 1), ...skippedOf(phoning, false, 8)], [7, 1, 1]);
  give(random, [...skippedOf(silent, true, 1), ...skippedOf(silent, false, 6)], [6, 1, 0]);
  for (const trip of trips) if (trip.star === 'hazel') trip.mood = 0;
}

function give(
  random: Random,
  trips: readonly Trip[],
  [unhappy, neutral, happy]: readonly [number, number, number],
): void {
  const moods = deal<Mood>(
    random,
    trips.length,
    [
      [unhappy, 0],
      [neutral, 1],
      [happy, 2],
    ],
    1,
  );
  trips.forEach((trip, i) => {
    trip.mood = trip.star === 'rowan' ? 2 : (moods[i] as Mood);
  });
  const rowan = trips.findIndex((t) => t.star === 'rowan');
  // The happy story keeps its happy answer: whoever else was dealt it takes the one dealt to him.
  if (rowan >= 0 && moods[rowan] !== 2) {
    const other = trips.find((_, i) => i !== rowan && moods[i] === 2);
    if (other) other.mood = moods[rowan] as Mood;
  }
}

/** The steps of which the two stories speak; they speak of no other. */
const STAR_VOICES: Readonly<Record<'hazel' | 'rowan', Partial<Record<BookingStep, Mood>>>> = {
  hazel: { fly: 2, noBag: 0, phone: 0 },
  rowan: { evening: 2, fly: 2 },
};

function speak(
  random: Random,
  answering: readonly Trip[],
  step: BookingStep,
  counts: readonly [number, number, number],
): void {
  const left = [...counts];
  for (const trip of answering) {
    const mood = trip.star === 'hazel' || trip.star === 'rowan' ? STAR_VOICES[trip.star][step] : undefined;
    if (mood === undefined) continue;
    trip.voices.set(step, mood);
    left[mood] = (left[mood] as number) - 1;
  }
  const [unhappy = 0, neutral = 0, happy = 0] = left;
  const able = random.shuffle(answering.filter((t) => t.star === null && stepsOf(t).includes(step)));
  const chosen = preferred(step, able).slice(0, unhappy + neutral + happy);
  if (chosen.length < unhappy + neutral + happy) throw new Error(`too few of the 38 came to ${step}`);
  chosen.sort((a, b) => (a.mood as Mood) - (b.mood as Mood));
  chosen.forEach((trip, i) => {
    trip.voices.set(step, i < unhappy ? 0 : i < unhappy + neutral ? 1 : 2);
  });
}

/** Who is asked about a step first: the happy about what goes well, the unhappy about Madrid, four who phoned there. */
function preferred(step: BookingStep, able: readonly Trip[]): Trip[] {
  const list = [...able];
  if (step === 'madrid') {
    const four = list.filter((t) => t.contacts.includes('p') && t.mood === 0).slice(0, 4);
    const rest = list.filter((t) => !t.contacts.includes('p')).sort((a, b) => (a.mood as Mood) - (b.mood as Mood));
    return [...four, ...rest];
  }
  const [unhappy, , happy] = TRUTHS.voices[step as keyof typeof TRUTHS.voices];
  if (happy > unhappy) list.sort((a, b) => (b.mood as Mood) - (a.mood as Mood));
  return list;
}

/** Marks who had to try twice, step by step, so that all of them together are 262. */
export function tryTwice(random: Random, trips: readonly Trip[]): void {
  const { noBag, any, ...others } = TRUTHS.tries;
  mark(
    random,
    trips.filter((t) => t.reach === 'noBag' && t.contacts !== ''),
    154,
    (t) => t.twice.add('noBag'),
  );
  mark(
    random,
    trips.filter((t) => t.reach === 'noBag' && t.contacts === ''),
    noBag - 154,
    (t) => t.twice.add('noBag'),
  );
  const fresh = () => any - trips.filter((t) => t.twice.size > 0).length;
  const missed = trips.filter((t) => t.missedPlane);
  mark(random, missed, missed.length, (t) => t.twice.add('madrid'));
  for (const [step, count] of Object.entries(others) as [BookingStep, number][]) {
    const able = trips.filter((t) => t.star === null && stepsOf(t).includes(step) && !t.twice.has(step));
    const count2 = count - trips.filter((t) => t.twice.has(step)).length;
    const first = able.filter((t) => t.twice.size === 0);
    const second = able.filter((t) => t.twice.size > 0);
    const isRare = step === 'evening' || step === 'home' || step === 'fly';
    const wanted = Math.min(count2, Math.max(0, fresh()), isRare ? count2 : Math.ceil(count2 * 0.72));
    mark(random, first, wanted, (t) => t.twice.add(step));
    mark(random, second, count2 - wanted, (t) => t.twice.add(step));
  }
}
