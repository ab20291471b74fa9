import type { CallbackRule, WorkingCalendar } from '@continuo/core';
import { officeHours } from '@continuo/core';
import { BOOKING } from '@continuo/synth';
import { STARTERS } from './starters.ts';

/** Where the demo's airline answers its customers. */
export const DEMO_CALENDAR: WorkingCalendar = {
  ...officeHours('America/Toronto'),
  title: 'Monday to Friday, 9 to 17, Ottawa',
  // Thanksgiving, and the days around the New Year.
  holidays: ['2026-10-12', '2026-12-25', '2026-12-26', '2027-01-01'],
};

const calls = [BOOKING.phone, BOOKING.chat, BOOKING.desk];

/** What opens call-backs in the demo world. */
export const DEMO_RULES: readonly CallbackRule[] = [
  ...STARTERS.filter(({ key }) => key === 'asks-answer').map((rule) => ({ ...rule, isOn: true })),
  {
    ...{
      key: 'low-score',
      title: 'Answered 4 of 10 or less',
      isOn: true,
      team: 'Customer care',
      calendar: 'office',
      hours: 8,
    },
    when: { kind: 'low-score', atMost: { '0-10': 4 } },
  },
  {
    ...{
      key: 'missed-plane',
      title: 'Missed the plane',
      isOn: true,
      team: 'Connections',
      calendar: 'office',
      hours: 4,
    },
    when: {
      ...{ kind: 'repeat', times: 1, withinDays: 1, about: { kind: 'anything' } },
      match: { events: [BOOKING.miss], channels: [], where: [] },
    },
  },
  {
    ...{
      key: 'third-contact',
      title: 'Third contact about one trip',
      isOn: true,
      team: 'Customer care',
      calendar: 'office',
      hours: 8,
    },
    when: {
      ...{ kind: 'repeat', times: 3, withinDays: 14, about: { kind: 'case' } },
      match: { events: calls, channels: [], where: [] },
    },
  },
];
