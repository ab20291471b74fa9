import type { BookingStep } from './activities.ts';

/** Customers' words by step: unhappy, neutral, happy. `{…}` is filled with a number or a thing of the moment. */
/** What is spoken of: a step, or a step as it went for this customer. */
export type Topic = BookingStep | Special;
export type Special =
  | 'visit'
  | 'sixtyMinutes'
  | 'ninetyMinutes'
  | 'familyApart'
  | 'twoApart'
  | 'augustFlight'
  | 'answerWithoutBag'
  | 'answerMissed'
  | 'answerApart'
  | 'answerAugust'
  | 'answerReturning';

export type Words = Partial<Record<Topic, readonly [readonly string[], readonly string[], readonly string[]]>>;

/** From dreaming to the plane. */
export const ENGLISH_OUT: Words = {
  book: [
    [
      'Put my dates in {n} times, it forgot them {n} times.',
      'Price went up 38 $ between the search and the pay button.',
      'Card refused, no reason given, tried my husband’s and that went through.',
      'Where on earth do I say that my son is eleven and not an adult?',
      'Site froze at payment. I still don’t know if I bought one trip or two.',
      'I was logged out just as I had found the right Tuesday.',
    ],
    [
      'Fine. Took a while to find the flight that was not at six in the morning.',
      'Did the job. The calendar is small on my phone.',
      'Booked it over lunch, had to look twice for the baggage line.',
      'OK I guess, I only come here to buy a ticket.',
      'Got there in the end. Why two pages for one address?',
      'It works. It is not fun, but it works.',
      'Prices are fair, the seat map came too late.',
    ],
    [
      'Found, booked, done before my tea was cold.',
      'Ten minutes from “shall we?” to “we’re going”.',
      'Total price on the first page. Thank you. Nobody does that.',
      'My mother is 74 and booked it alone. That says it all.',
      'It remembered how we like to travel. Small thing, lovely.',
      'Saw the sunny photo at breakfast, had the ticket before the bus came.',
      'Quick and honest. The fee was where you said it would be.',
      'Easy. I changed the date three times and it never complained.',
      'One page for the two of us, no fuss.',
      'Best part of a grey Monday.',
    ],
  ],
  seats: [
    [
      'Paid for a window, got a wall.',
      'Had to start again because my daughter’s seat vanished while I was choosing mine.',
      'Why does sitting next to my own child cost extra?',
      'The map showed a window in row {row}. There is none.',
      'Could not tell which rows are the quiet ones, picked wrong.',
    ],
    [
      'Seats ok. Row {row} was what was left.',
      'Chose, paid, moved on.',
      'It would help to see where the washrooms are.',
      'Fine once I understood the colours.',
      'We got two and two, not four. Good enough.',
      'The aisle cost more than I thought, the choosing was quick.',
    ],
    [
      'Side by side, simple.',
      'Picked row {row} in the time it takes to boil an egg.',
      'Nice that it kept the four of us together without asking.',
      'Legroom for my bad knee, first try.',
      'Tapped twice, both by the window. Lovely.',
      'I could see who of us sits where. My kids fought over it, that’s not your fault.',
      'The picture with the wing on it helped, we sat right in front.',
      'Seats done on the bus home.',
    ],
  ],
  skip: [
    [
      'The travel app let me past it. At the gate they shrugged.',
      'Would have paid the twelve dollars had anyone told me.',
      'The partner says ask the airline, the airline says ask the partner.',
    ],
    [
      'Skipped it, was lucky, sat together anyway.',
      'Bought through the travel app, seats just happened.',
      'No idea I could choose. It worked out.',
    ],
    ['Skipped the seats and still got the window. Lucky me.', 'I travel alone, any seat is a good seat.'],
  ],
  evening: [
    [
      'Nice idea, but the desk closed at eight and not at nine.',
      'Drove out the evening before and still had to come to the desk in the morning.',
    ],
    [
      'Good, though parking for ten minutes cost me 9 $.',
      'Bag went in the evening before, that part was fine.',
      'Handy if you live close by.',
    ],
    [
      'Slept in, walked on.',
      'Left the bags the night before. Best evening of the trip, and it had not even begun.',
      'Four minutes in line, then home for dinner.',
      'Two kids, no suitcases, one happy mother at the airport.',
      'Walked past the long line with a coffee in my hand.',
      'The man at the evening desk wished us warm feet. He meant it.',
      'Why is this not on a big sign? We found it by chance and loved it.',
      'My bags were in Málaga before I had my shoes on.',
      'I will never queue with a suitcase again.',
      'Dropped them off after work, then a beer. That’s how a holiday should start.',
      'The bag went ahead like a good dog.',
    ],
  ],
  checkIn: [
    [
      '{min} minutes in line with one desk open and four people chatting behind it.',
      'The machine printed half a tag. Twice.',
      'They weighed my bag twice and charged me the second time.',
      'Sent from desk 4 to desk 9 and back again.',
      'The app said “checked in”, the desk had never heard of me.',
    ],
    [
      'A normal line on a normal day.',
      'Took a while, nobody’s fault.',
      'Friendly enough. The tag would not stick.',
      'It was slow at first and then a second desk opened.',
      'Okay. Bring a book.',
      'Twenty minutes, as expected.',
    ],
    [
      'She saw I was nervous and walked me to the gate. Who does that any more?',
      'In and out in the time of two songs.',
      'The tag, the smile, the gate number. Done.',
      'They found a box for my guitar without sighing.',
      'One line, one person, one bag. Good.',
      'Fast, and he spoke to my daughter and not over her head.',
      'They let my old father sit down while I queued for us both.',
    ],
  ],
  fly: [
    [
      'Freezing. One blanket for two people.',
      'Dinner came forty minutes before breakfast.',
      'Lights on at three in the morning for a shopping trolley. Really?',
      'My screen never worked and nobody came.',
      'We sat on the ground for an hour with no word from the front.',
    ],
    [
      'A flight is a flight.',
      'Slept a little, ate a little, landed.',
      'Bumpy near the end, they warned us.',
      'Seat fine, film old.',
      'A little late, they made up most of it.',
      'Nothing to complain about and nothing to write home about.',
    ],
    [
      'The crew looked after us.',
      'A steward knelt down to talk to my mother. I noticed.',
      'On time to the minute and the bread was warm.',
      'My first long flight. The lady in 2 stripes told me what every noise was.',
      'They kept a meal warm for my husband, who slept through the first.',
      'Landed before I had finished my book.',
      'The captain told us where to look for the coast. Everybody looked.',
      'Good people on that plane.',
      'My boy got a drawing from the crew. It hangs on our wall now.',
      'Quiet cabin, kind crew, a proper cup of tea.',
      'Smooth as a lake.',
      'Somebody noticed I was cold before I did.',
    ],
  ],
};
