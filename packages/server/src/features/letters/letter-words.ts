import { counted } from '@continuo/diagram';

/** Words of the letter of each Monday. */
export const LETTER_WORDS = {
  title: (about: string, day: string) => `${about}: what changed for customers, ${day}`,
  foot: (upTo: string | null) =>
    `${upTo === null ? 'There is no data yet.' : `Data up to ${upTo}.`} No names, and no group of fewer than five customers.`,
  unusual: (since: string) => `Unusual since ${since}.`,
  notKnown: (why: string) => `What customers got is ${why}.`,
  standing: (all: number, hurt: number, good: number) =>
    all === 0
      ? 'There is no map yet: what customers got cannot be told without one.'
      : `Of ${counted(all, 'journey')} ${hurt === 0 ? 'none hurts' : hurt === 1 ? '1 hurts' : `${hurt} hurt`} customers, ${good === 0 ? 'none goes' : good === 1 ? '1 goes' : `${good} go`} well.`,
  story: 'One story',
  oneCustomer: 'One customer:',
  noStory: 'No customer’s words tell of a bad moment here.',
  at: (title: string) => `One customer, at “${title}”.`,
  worse: 'Got worse',
  better: 'Got better',
  loved: 'Customers loved',
  late: 'Call-backs late',
  decision: 'One decision wanted',
  mostHappy: (answered: number) => `Most of ${counted(answered, 'customer')} who answered were happy.`,
  fewLate: 'Fewer than five call-backs are past due.',
  opened: (opened: string, inTime: string) =>
    `${opened} were opened in the last four weeks; answered in time: ${inTime}.`,
  putRight: (share: string) => `Put right in the customer’s word: ${share}.`,
  shares: { none: 'none', all: 'all', few: 'fewer than five', most: 'most' },
  none: {
    worse: 'Nothing that got worse was found.',
    better: 'Nothing that got better was found.',
    loved: 'Nobody has praised a moment here yet.',
    late: 'No call-back is past due.',
    decision: 'No decision is wanted this week.',
  },
  decide: {
    'name-owner': 'Who answers for this?',
    mend: 'What do we mend first?',
    offer: 'Do we offer this to all?',
    'help-late': 'Who helps with the call-backs that are past due?',
    map: 'Should our map say so?',
  },
  answersFor: (owner: string | null) => (owner === null ? '' : `Owner: ${owner}.`),
  next: (next: string) => (next === '' ? '' : `Next: ${next}.`),
  leave: 'Stop these letters',
} as const;
