import type { Special, Words } from './words-english-out.ts';

/** Words that only fit what happened to this customer: said first, before the general ones. */
export const ENGLISH_SPECIAL: Pick<Words, Exclude<Special, 'visit'>> & { readonly miss: NonNullable<Words['miss']> } = {
  sixtyMinutes: [
    [
      'Sixty minutes is a race, not a connection.',
      'They changed the time on us and didn’t say what it would mean.',
      'Used to have time for a coffee there. Now I had time for a prayer.',
      'The bus between the buildings ate twenty of my sixty minutes.',
    ],
    ['An hour is enough if you don’t look left or right.'],
    [],
  ],
  ninetyMinutes: [['Ninety minutes and still in a sweat at the gate.'], [], ['Ninety minutes, one coffee, no stress.']],
  miss: [
    [
      'I saw the plane. I saw it leave.',
      'Doors closing, my wife still at passports. We both cried.',
      'Missed it by four minutes. Four.',
      'They had our seats, they had our names, and they closed the door.',
    ],
    ['Missed it, got the evening one, saw a bit of Madrid from a window.'],
    [],
  ],
  familyApart: [
    [
      'I skipped one page in the other app and my family sat in three rows.',
      'My six-year-old sat between two strangers over the Atlantic.',
      'I pressed skip because it wanted money again. Then we were split up.',
      'Four of us, four rows. My youngest cried until Lisbon.',
    ],
    [],
    [],
  ],
  twoApart: [
    [
      'We are two, we fly for our anniversary, we sat nine rows apart.',
      'Nobody said that “later” means “apart”.',
      'Waved at my husband across eleven rows.',
    ],
    ['Not together, but we both slept.'],
    [],
  ],
  augustFlight: [
    ['Late, warm and loud. August.', 'Full to the last seat and the air did not work.'],
    ['Crowded, as you’d expect in August.'],
    [],
  ],
  answerWithoutBag: [
    [
      'Each of you was nice. Together you lost my bag.',
      'I paid for a journey and got a search party.',
      'Never mind the points. Answer your phone.',
      'I don’t need a sorry. I need somebody who knows.',
      'Four desks, three numbers, one suitcase.',
      'My holiday began two days after I landed.',
      'You sold me sixty minutes that don’t exist.',
      'I know the hold music by heart now.',
      'Where it went wrong? In Madrid. Where it got worse? Everywhere after.',
    ],
    ['The bag is back, the good mood is on its way.', 'Bad start, nice people.'],
    ['Everything that could be made good was made good.'],
  ],
  answerMissed: [['It began with a missed plane and it never got up again.'], ['A day late, still a holiday.'], []],
  answerApart: [
    ['We asked for one thing: sit together.', 'Seven hours of looking at the back of my daughter’s head.'],
    ['Good in the end, apart from sitting apart.'],
    [],
  ],
  answerAugust: [
    ['Hot, late, crowded. Like the rest of August I suppose.', 'Too many people, too few of you.'],
    ['August is August.'],
    [],
  ],
  answerReturning: [
    ['Used to be better, and I have flown with you for years.'],
    ['Same as last time, more or less.'],
    ['Not the first time with you and won’t be the last.', 'We keep coming back. You must be doing something right.'],
  ],
};
