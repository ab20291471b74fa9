import { AROUND, BOOKING } from './activities.ts';
import { days, heard, journey, measured, stage, step } from './design.ts';

const LETTERS = [AROUND.complain, AROUND.reply, BOOKING.refund, BOOKING.voucher, BOOKING.write, BOOKING.post];

/** Above all journeys: the loop that customers go round, winter after winter. */
export const lifecycle = journey({
  key: 'winters-in-the-sun',
  title: 'I spend my winters in the sun with you',
  level: 'lifecycle',
  leadsTo: ['winters-in-the-sun'],
  owner: 'Customer board',
  review: { everyDays: 91, nextDay: '2026-12-01' },
  question: 'Would you spend the next winter with us again?',
  stages: [
    stage(
      'discover',
      'Discover',
      step('look', 'I look around', {
        events: [AROUND.dream, AROUND.prices, AROUND.letter],
        isOptional: true,
        atMost: null,
        owner: 'Marketing',
        say: {
          thoughts: 'It is November, and it is dark at four',
          emotion: '1',
          expectations: 'A good idea and an honest price',
          quotes: 'Most look at home, in the evening',
          backstage: 'Letters to those who flew last winter',
          systems: 'Web pages, letters',
        },
      }),
    ),
    stage(
      'choosing',
      'Choose',
      step('choose', 'I book with you', {
        events: [BOOKING.book, BOOKING.seats, BOOKING.skip, BOOKING.change, AROUND.logIn],
        atMost: null,
        owner: 'Web shop',
        say: {
          thoughts: 'Them again, or the others?',
          emotion: '1',
          expectations: 'That you know me by now',
          quotes: 'Half book a month ahead',
          backstage: 'Timetable and fares of the winter',
          systems: 'Web shop, payment',
        },
      }),
    ),
    stage(
      'travelling',
      'Travel',
      step('travel', 'I fly and arrive', {
        events: [
          BOOKING.evening,
          BOOKING.checkIn,
          AROUND.lounge,
          BOOKING.fly,
          BOOKING.madrid,
          BOOKING.miss,
          BOOKING.belt,
          BOOKING.noBag,
        ],
        atMost: null,
        owner: 'Connections team',
        say: {
          thoughts: 'Me, my bag, and nothing to think about',
          emotion: '1',
          expectations: 'There on the day, with the bag',
          quotes: [heard('two-lines-loop', 'Two passport lines in one hour', 11, '2026-10')],
          backstage: 'The connection in Madrid',
          systems: 'Timetable, bag handler',
        },
      }),
    ),
    // They ask before the hotel, from the hotel and again: no order to hold anyone to.
    stage('helping', 'Stay and get help', {
      kind: 'repeat',
      id: 'there',
      isOptional: true,
      atMost: null,
      blocks: [
        step('stay', 'I live there for a month', {
          events: [AROUND.train, AROUND.hotel, AROUND.leave],
          actor: 'partner',
          isOptional: true,
          atMost: null,
          owner: 'Hotel, partner',
          partner: 'Hotel',
          say: {
            thoughts: 'This is my street by now',
            emotion: '2',
            expectations: 'That nobody needs anything from me',
            quotes: 'Partners tell us of it days later',
            backstage: 'Rooms held for the whole month',
            systems: 'Coast train, hotel',
          },
        }),
        step('help', 'I ask and am helped', {
          events: [BOOKING.desk, BOOKING.phone, BOOKING.chat, BOOKING.crew, BOOKING.brought, ...LETTERS],
          isOptional: true,
          atMost: null,
          owner: 'Customer care',
          say: {
            thoughts: 'Who can help me, and must I tell it all again?',
            emotion: '0',
            expectations: 'To tell it once',
            quotes: 'Nobody designed it; half of those who phone explain it four times',
            backstage: 'Phone, chat and desk do not see each other',
            systems: 'Phone, chat, bag search',
          },
        }),
      ],
    }),
    stage(
      'home',
      'Come home',
      step('come-home', 'I come home', {
        events: [BOOKING.home],
        ends: 'goal',
        matters: true,
        owner: 'Cabin',
        say: {
          thoughts: 'Next winter again',
          emotion: '2',
          expectations: 'On time, and somebody says goodbye',
          quotes: [heard('home-again', 'Home on time', 4, '2026-10')],
          backstage: 'The letter for the next winter',
          systems: 'Cabin crew, letters',
        },
      }),
    ),
  ],
  // Who booked before 3 August comes in with the next booking: of this winter nobody can tell how it began.
  passage: {
    by: 'silence',
    property: null,
    silenceMs: days(75),
    atMostMs: null,
    starts: ['look', 'choose'],
    again: 'after-end',
  },
});

/** Changing a booking: the same mean time for both brands, and a very different promise kept. */
export const changeJourney = journey({
  key: 'i-change-my-booking',
  title: 'I change my booking',
  level: 'sub-journey',
  parent: 'month-in-the-sun',
  // Nobody has taken it on yet, and its review is overdue: the list of journeys says so.
  review: { everyDays: 28, nextDay: '2026-09-15' },
  question: 'Was it easy to change your booking?',
  stages: [
    stage(
      'want',
      'I want to change',
      step('want-to-change', 'I want to fly on another day', {
        isOptional: true,
        owner: 'Customer care',
        say: {
          thoughts: 'Can I still change this?',
          emotion: '-1',
          expectations: 'To see at once what is possible',
          quotes: 'Nobody knows how many give up before they ask',
          backstage: 'Rules of the fare',
          systems: 'Web shop',
        },
      }),
    ),
    stage(
      'changing',
      'It is changed',
      step('changed', 'My booking is changed', {
        events: [BOOKING.change],
        wrongWhen: { property: 'changed', value: 'false' },
        actor: 'us',
        isOwed: true,
        ends: 'goal',
        matters: true,
        channels: ['web', 'app'],
        say: {
          thoughts: 'Please let it work at the first try',
          emotion: '1',
          expectations: 'Done in five minutes, without a call',
          quotes: [measured('same-mean', 'Both brands take 42 minutes on average; Maple Sun up to three hours')],
          backstage: 'Maple Sun agents type it into a second system',
          systems: 'Booking systems of both brands',
        },
      }),
    ),
    stage(
      'costs',
      'I know what it costs',
      step('know-the-cost', 'I know what it costs me', {
        actor: 'us',
        isOptional: true,
        say: {
          thoughts: 'Is that all, or does more come later?',
          emotion: '0',
          expectations: 'One sum before I say yes',
          quotes: 'The sum comes by e-mail, after the change',
          backstage: 'Difference of two fares',
          systems: 'Payment, e-mail',
        },
      }),
    ),
  ],
  // By silence, not by booking: the flights of the same booking are no part of it.
  passage: { by: 'silence', property: null, silenceMs: days(7), atMostMs: null, starts: [], again: 'after-end' },
});
