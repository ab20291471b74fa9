import { AROUND, BOOKING } from './activities.ts';
import { days, HOUR_MS, heard, journey, stage, step } from './design.ts';
import { TRUTHS } from './truths.ts';

/** What we promise when a bag is not there: one call, and the bag within a day. */
export const lostBagJourney = journey({
  key: 'bag-did-not-come',
  title: 'My bag did not come and I get it back',
  level: 'sub-journey',
  parent: 'month-in-the-sun',
  owner: 'Baggage',
  review: { everyDays: 14, nextDay: '2026-10-20' },
  question: 'Do you have your bag, and how was it to get it?',
  stages: [
    stage(
      'miss',
      'It is not there',
      step('no-bag', 'I find no bag on the belt', {
        events: [BOOKING.noBag],
        owner: 'Baggage',
        say: {
          thoughts: 'Is it late, or lost?',
          emotion: '-2',
          expectations: 'Somebody tells me before I have to ask',
          quotes: [heard('medicine-in-it', 'My medicine is in that bag', 14, '2026-10')],
          backstage: 'The bag stays in Madrid when the plane leaves',
          systems: 'Bag scan feed',
        },
      }),
    ),
    stage(
      'ask',
      'I ask',
      step('ask-at-desk', 'I tell the bag desk, once', {
        events: [BOOKING.desk],
        channels: ['desk'],
        owner: 'Airport Málaga',
        say: {
          thoughts: 'I only want to say this once',
          emotion: '-1',
          expectations: 'They write it down and I never have to say it again',
          quotes: 'The desk is meant for it; nearly everybody phones',
          backstage: 'A form on paper, typed in at night',
          systems: 'Bag search',
        },
      }),
    ),
    stage(
      'back',
      'I have it',
      step('bag-brought', 'The bag is brought to me', {
        events: [BOOKING.brought],
        actor: 'partner',
        isOwed: true,
        ends: 'goal',
        matters: true,
        owner: 'Bag handler, partner',
        partner: 'Bag handler',
        say: {
          thoughts: 'There it is',
          emotion: '1',
          expectations: 'Within a day',
          quotes: 'A text message when the bag is loaded calms people',
          backstage: 'The next plane from Madrid, then a van',
          systems: 'Bag handler',
        },
      }),
    ),
  ],
  passage: { by: 'case', property: null, silenceMs: days(14), atMostMs: null, starts: ['no-bag'], again: 'after-end' },
  promises: [
    { id: 'within-a-day', from: 'no-bag', to: 'bag-brought', withinMs: 24 * HOUR_MS, says: 'Your bag within 24 hours' },
  ],
});

/** Somebody writes; somebody answers. */
export const complainJourney = journey({
  key: 'i-complain',
  title: 'I complain and am heard',
  parent: 'winters-in-the-sun',
  owner: 'Customer care',
  review: { everyDays: 28, nextDay: '2026-11-12' },
  question: 'Did we understand you?',
  stages: [
    stage(
      'say',
      'I say it',
      step('write', 'I write to you', {
        events: [AROUND.complain],
        atMost: null,
        owner: 'Customer care',
        say: {
          thoughts: 'Will anybody read this?',
          emotion: '-1',
          expectations: 'A word that it has arrived',
          quotes: 'Who writes wants to stay',
          backstage: 'One inbox for both brands',
          systems: 'E-mail',
        },
      }),
    ),
    stage(
      'heard',
      'I am heard',
      step('answer', 'I get an answer that fits', {
        events: [AROUND.reply],
        actor: 'us',
        isOwed: true,
        ends: 'goal',
        matters: true,
        owner: 'Customer care',
        say: {
          thoughts: 'They understood what happened',
          emotion: '1',
          expectations: 'The same day, from a person',
          quotes: 'Whoever is answered within two hours flies again more often',
          backstage: 'Letters are shared out in the morning',
          systems: 'E-mail, bookings',
        },
      }),
    ),
  ],
  passage: {
    by: 'silence',
    property: null,
    silenceMs: days(14),
    atMostMs: null,
    starts: ['write'],
    again: 'after-end',
  },
  promises: [
    {
      id: 'within-two-hours',
      from: 'write',
      to: 'answer',
      withinMs: (TRUTHS.answered.withinMinutes / 60) * HOUR_MS,
      says: 'An answer within two hours',
    },
  ],
});
