/** Touchpoints in the customers' words. `booking` ones carry the booking as case key, `around` ones cannot know it. */
export const BOOKING = {
  book: 'Find and book',
  seats: 'Choose seats',
  skip: 'Skip seats at the partner',
  change: 'Change the booking',
  evening: 'Drop bag the evening before',
  checkIn: 'Check in, drop bag',
  fly: 'Fly to Madrid',
  madrid: 'Change planes in Madrid',
  miss: 'Miss the plane',
  belt: 'Bag on the belt',
  noBag: 'No bag on the belt',
  desk: 'Ask at the bag desk',
  phone: 'Phone us',
  chat: 'Ask in chat',
  crew: 'Crew brings the medicine',
  brought: 'Bag brought to the hotel',
  home: 'Fly home',
  refund: 'Ask for money back',
  voucher: 'Get a voucher',
  write: 'Write to us about the trip',
  post: 'Post about us',
  answer: 'Answer our questions',
} as const;

export const AROUND = {
  dream: 'Dream of a month in the sun',
  prices: 'Look at prices',
  letter: 'Read our letter',
  logIn: 'Log in',
  lounge: 'Wait in the lounge',
  train: 'Take the train to Fuengirola',
  hotel: 'Arrive at the hotel',
  leave: 'Leave the hotel',
  complain: 'Write to us',
  reply: 'Get our answer',
  visit: 'Answer a question on the web',
} as const;

export type BookingStep = keyof typeof BOOKING;
