/** What each number means; shown in the "i" beside it. The one place where precise words of the trade may stand. */
export const DEFINITIONS = {
  customers: {
    name: 'Customers',
    means: 'Different people with at least one event inside the period and the filters. One person counts once.',
    limits: 'People whose traces are not yet known to belong together count apart.',
  },
  journeys: {
    name: 'Journeys',
    means:
      'Passages of people, cut as chosen under “One journey =”: everything of a person, one per case, or until nothing happens for a while.',
    limits: 'Case journeys belong to the period in which they began; the others are cut at its edges.',
  },
  events: {
    name: 'Events',
    means: 'Things that happened, each counted once however often it was sent.',
    limits: 'Only events of imports that are complete.',
  },
  underWay: {
    name: 'Still under way',
    means:
      'Journeys whose last event is nearer to the newest data than the silence that is usual in them. They are neither done nor lost.',
    limits: 'Statistically: right-censored runs; the silence is judged from the gaps in the data.',
  },
  duration: {
    name: 'Half take longer than',
    means: 'The time from the first to the last event of a journey: half of all journeys take longer than this.',
    limits: 'This is the median; “1 in 10 longer than” is the 90th percentile, interpolated.',
  },
  felt: {
    name: 'How it felt',
    means: 'Answers people gave, by how they felt: unhappy, neutral, happy, on the scale they were asked on.',
    limits: 'Of those who answered only. Nothing is said about the others.',
  },
  routes: {
    name: 'Routes',
    means:
      'Different orders of touchpoints. Two journeys took the same route when every touchpoint is the same, in the same order.',
    limits: 'Also called variants of the process.',
  },
  unseen: {
    name: 'Routes never seen',
    means: 'The chance that the next journey takes a route that nobody took yet.',
    limits: 'Good–Turing estimate: routes taken once, divided by all journeys; interval after Esty.',
  },
  moves: {
    name: 'Moves',
    means: 'One touchpoint directly after another. The number beside an arrow counts customers, or times, as chosen.',
    limits: 'Directly-follows relation; times are elapsed, not working hours.',
  },
  shown: {
    name: 'What is shown',
    means:
      'Touchpoints: the share of all touchpoints that is drawn, the busiest first. Moves: the same for arrows; every touchpoint stays reachable.',
    limits: 'Journeys shown whole are those whose every touchpoint and every move is in the picture.',
  },
  again: {
    name: 'Had to do it again',
    means: 'Journeys in which this touchpoint happens more than once.',
    limits: 'Also called rework.',
  },
  funnel: {
    name: 'Got this far',
    means:
      'People who came to the first step inside the period and reached this one within the time allowed, also when that was after the period ended.',
    limits: 'Entry-date semantics. People who still have time are counted apart: they are neither lost nor there.',
  },
  comeBack: {
    name: 'Came back',
    means: 'People of a group who were active again that many periods later.',
    limits: 'A period that has not ended yet is counted so far, and an empty place means not measured, not zero.',
  },
  nps: {
    name: 'NPS',
    means:
      'Of the last answers customers gave on the scale from 0 to 10: the share who said 9 or 10 (promoters) minus the share who said 0 to 6 (detractors), in points from −100 to 100. 7 and 8 are passives.',
    limits:
      'Shown from 30 answers on, one answer a customer. The range is the 95 % confidence interval: variance p + d − (p − d)² (Rocks 2016).',
  },
  answered: {
    name: 'Answered',
    means: 'Customers who gave an answer here, of all who came here or answered here.',
    limits: 'Of each customer the last answer counts, so the places of a page sum to more than the whole.',
  },
  phrases: {
    name: 'Said more here than elsewhere',
    means: 'Words that more customers use in the comments chosen than in all the others, at least 3 customers.',
    limits: 'Log-likelihood ratio G² of people, not of words (Dunning 1993), 3.84 or more.',
  },
  gap: {
    name: 'Silence',
    means: 'When nothing happens for longer than this, the next event begins a new journey.',
    limits: 'The suggestion is read from the gaps in your data.',
  },
} as const satisfies Record<string, { name: string; means: string; limits: string | null }>;

export type DefinitionName = keyof typeof DEFINITIONS;
