import type { RuleCondition, Scale } from '@continuo/core';

type Scored = Exclude<Scale, ''>;
const SCALES: Readonly<Record<Scored, string>> = {
  '0-10': '0 to 10',
  '1-5': '1 to 5',
  '1-7': '1 to 7',
  '1-10': '1 to 10',
  '0-100': '0 to 100',
  '-1-1': '−1 to 1',
};

/** Words around what opens call-backs, and the hours in which answers are promised. */
export const CALLBACK_RULES_WORDS = {
  title: 'Rules and hours',
  link: 'Rules and hours',
  note: 'A rule decides about each moment once. Anonymous answers, and people who wish no contact, never open a call-back.',
  adminOnly: 'An admin can change these.',
  rules: 'What opens a call-back',
  on: 'on',
  off: 'off',
  turn: (title: string) => `${title}: on`,
  turned: (title: string, isOn: boolean) => `${title} is ${isOn ? 'on' : 'off'}.`,
  promise: (hours: string, calendar: string) => `Answered within ${hours} working hours (${calendar})`,
  team: (team: string) => `given to ${team} where the step has no owner`,
  edit: 'Change',
  editOf: (title: string) => `Change: ${title}`,
  add: 'Add a rule',
  remove: 'Remove',
  sure: 'Really remove it?',
  removed: (title: string) => `${title} is removed. What it opened stays.`,
  cancel: 'Cancel',
  save: 'Save',
  saved: (title: string) => `${title} is saved.`,
  says: (when: RuleCondition): string => {
    switch (when.kind) {
      case 'low-score': {
        const own = (Object.entries(when.atMost) as [Scored, number][]).map(
          ([scale, most]) => `${most} or less on ${SCALES[scale]}`,
        );
        return own.length === 0
          ? 'Somebody answers with a score that counts as unhappy.'
          : `Somebody answers ${own.join(', or ')}. On other scales: what counts as unhappy.`;
      }
      case 'asks-answer':
        return when.phrases.length === 0
          ? 'Somebody ticks “you may contact me”, or asks for an answer in a comment, in one of eleven languages.'
          : `Somebody ticks “you may contact me”, or writes one of ${when.phrases.length} phrases.`;
      case 'repeat': {
        const what =
          when.match.events.length > 0 ? when.match.events.join(', ') : `by ${when.match.channels.join(', ')}`;
        const only = when.match.where.length === 0 ? '' : ', when its details say so';
        if (when.times === 1) return `Each time: ${what}${only}.`;
        const about = when.about.kind === 'anything' ? '' : ', about the same thing';
        return `${when.times} times in ${when.withinDays} days${about}: ${what}${only}.`;
      }
      case 'promise':
        return 'A time that a map promises is not kept.';
    }
  },
  kinds: {
    'low-score': 'A low score',
    'asks-answer': 'Somebody asks for an answer',
    repeat: 'Something happens, once or again and again',
    promise: 'A promised time is not kept',
  },
  scales: SCALES,
  form: {
    name: 'Name',
    kind: 'When',
    scale: (scale: string) => `At most, on ${scale}`,
    scaleHelp: 'Left empty: what counts as unhappy on that scale.',
    scaleTitle: 'How low',
    phrases: 'Phrases, one a line',
    phrasesHelp: 'Left empty: “please call me”, “still no answer” and the like, in eleven languages.',
    events: 'What happens',
    eventsHelp: 'One a line, as it stands under Data, Events. Left empty: anything by the channels below.',
    addEvent: 'Add what happens',
    pick: 'Choose one',
    channels: 'By channel',
    channelsHelp: 'Separated by commas, for instance phone, chat. Left empty: any.',
    times: 'How many times',
    days: 'Within days',
    about: 'About the same',
    abouts: { anything: 'Anything', case: 'Case, for instance one order', property: 'Value of a detail' },
    property: 'Name of the detail',
    journey: 'Map',
    promise: 'Promise',
    noPromise: 'This map promises no time.',
    promised: (from: string, to: string, time: string) => `${from} to ${to}, within ${time}`,
    late: 'Late by at least, hours',
    lateHelp: 'From this delay on, whether it came at last or not.',
    team: 'Team where the step has no owner',
    teamHelp: 'Left empty: nobody, it stands under Unassigned.',
    hours: 'Answered within, working hours',
    calendar: 'Working hours',
    isOn: 'On',
  },
  preview: {
    action: 'Try it on the last 28 days',
    people: (n: string) => `It would have opened ${n} in the last 28 days.`,
    moments: (n: string) => `It would have seen ${n} moments.`,
    anonymous: (n: string) => `${n} more moments of people who did not say who they are, or wish no contact.`,
    days: 'Moments a day',
    day: (day: string, n: string) => `${day}: ${n}`,
    most: (n: string, day: string) => `At most ${n}, on ${day}.`,
  },
  settings: {
    title: 'How far rules look',
    lookBackDays: 'Days back from the newest data',
    lookBackHelp: 'Importing years of history opens none for what is older.',
    mostAtOnce: 'Most people at once',
    mostHelp: 'When an import lets down more than this, the rest is counted and not opened.',
    askAfterHours: 'Hours from closing to “is it put right?”',
    askHelp: '0: at once.',
    answerDays: 'Days to answer it',
    saved: 'The settings are saved.',
  },
  hours: {
    title: 'Working hours',
    note: 'Promised time is counted in these hours only.',
    add: 'Add working hours',
    name: 'Name',
    zone: 'Time zone',
    zoneHelp: 'For instance Europe/Madrid.',
    week: 'Hours of the week',
    weekHelp: 'For instance 9-17, or 9-13, 14:30-18. Left empty: a day off.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    badDay: (day: string) => `The hours of ${day} cannot be read. Write them like 9-17, or 9-13, 14:30-18.`,
    none: 'Give working hours on one day at least.',
    holidays: 'Days off, one a line',
    holidaysHelp: 'As year-month-day, for instance 2026-12-25.',
    badHoliday: (text: string) => `“${text}” is no day. Write it like 2026-12-25.`,
    off: (n: number) => (n === 1 ? '1 day off' : `${n} days off`),
    noneOff: 'no days off',
    kept: 'What is promised already stays promised.',
  },
} as const;
