/**
 * What is planted in the airline's world, with sizes and dates. The generator builds from this table and the tests
 * count against it; a question that does not find these is wrong. Days are days of the world (0 = 3 August 2026).
 * `watched` = the 640 bookings that set out 28 September to 25 October; `before` = 31 August to 27 September.
 */
export const TRUTHS = {
  world: { people: 3000, answeredShare: 0.06 },

  periods: {
    august: { label: '3 – 30 Aug', from: 0, to: 27, bookings: 540 },
    before: { label: '31 Aug – 27 Sep', from: 28, to: 55, bookings: 600 },
    watched: { label: '28 Sep – 25 Oct', from: 56, to: 83, bookings: 640 },
    later: { label: 'after 25 Oct', from: 84, to: 140, bookings: 420 },
  },

  /** The break: since Thursday 1 October the connection in Madrid has 60 minutes instead of 90. */
  connection: {
    day: 59,
    minutesBefore: 90,
    minutesSince: 60,
    noBag: 171,
    noBagBefore: 6,
    missedPlane: 43,
    asPromised: 390,
    asPromisedBefore: 504,
    /** Bags missing at the belt in Málaga by day, 1 to 25 October. */
    noBagByDay: [5, 7, 6, 8, 6, 9, 7, 5, 8, 6, 7, 10, 7, 6, 8, 5, 7, 6, 8, 7, 4, 9, 6, 7, 7],
    /** Days of the six in the four weeks before; the last three are 17, 20 and 24 September. */
    noBagDaysBefore: [31, 36, 41, 45, 48, 52],
  },

  /** Phone, which nobody designed, is the way to ask; half of those who phone explain it four times. */
  phone: {
    people: 158,
    withoutBag: 139,
    again: 139,
    chat: 64,
    explainedByHalf: 4,
    within24hPhone: 53,
    within24hNot: 12,
  },

  /** Bags of the 171: brought within 24 h, within 46 h, later, still missing. */
  bagBack: { within24h: 65, within46h: 35, later: 60, waiting: 11 },

  /** Their way is better: the bag dropped the evening before. */
  evening: { people: 96, asPromised: 81, othersAsPromised: 309, others: 544 },

  /** Their way hurts: seats skipped in the partner's app. */
  seats: { skipped: 119, skippedApart: 40, chosen: 521, chosenApart: 16 },

  /** Time to change a booking, minutes: the same mean for both brands, Maple Sun from 5 min to 3 h. */
  change: { perBrand: 106, mean: 42, northernMapleDeviation: 8, mapleSunMin: 5, mapleSunMax: 180, done: 197 },

  /** August drags everyone down: of those who answer, the share who are unhappy, in every step and brand. */
  august: { unhappyInAugust: 0.5, unhappyInSeptember: 0.24, asPromised: 378 },

  /** Who was answered within two hours flies again: people who wrote in August and September, and booked again. */
  answered: { fast: 120, fastAgain: 54, slow: 120, slowAgain: 24, withinMinutes: 120 },

  /** Crew and loop. */
  loop: { flewBefore: 118, flewHome: 55, stillThere: 559 },

  /** What the 38 of 640 said over all, and of each step: unhappy, neutral, happy. */
  voices: {
    overall: [21, 6, 11],
    book: [1, 2, 6],
    seats: [2, 2, 4],
    skip: [5, 1, 0],
    evening: [0, 1, 7],
    checkIn: [1, 2, 4],
    fly: [1, 1, 9],
    madrid: [11, 2, 1],
    noBag: [14, 2, 1],
    phone: [8, 1, 1],
    home: [0, 1, 4],
  },

  /** Tried twice or had to ask, by step; all of them together are 262 of 640. */
  tries: { book: 22, seats: 31, skip: 12, evening: 2, checkIn: 18, fly: 5, madrid: 48, noBag: 168, home: 2, any: 262 },
} as const;
