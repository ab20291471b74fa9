import type { Privacy } from '@continuo/contract';
import { STAFF_WORDS } from '@continuo/core';
import { STAFF_GROUP_SIZE } from '@continuo/state';

/** What this system can show about employees, and what it never does. Tests hold the code to each of these. */
export const STAFF_RULES: Privacy['staff'] = {
  shows: [
    {
      says: 'Who owns a call-back, and what they noted about it',
      how: 'To colleagues who work on call-backs. It is not counted by person.',
    },
    { says: 'Which team owns a touchpoint or a step', how: 'The name of a team, as it was typed into the map.' },
    {
      says: 'Who made a watch, and who acknowledged an alert or said something about it',
      how: 'By name, to all members, beside the watch and the alert. It is not counted by person.',
    },
    { says: 'Who changed a map, a rule or a setting', how: 'By number in the audit log, to admins.' },
    { says: 'Who belongs to a workspace, in which role', how: 'To admins.' },
    {
      says: 'What staff answered to “what stops you from doing this well?”',
      how: `Kept without author, and shown only from ${STAFF_GROUP_SIZE} answers on.`,
    },
  ],
  never: [
    {
      says: 'An individual employee in a number',
      how: 'No question counts, compares, ranks or filters by a person of staff: there is no such dimension.',
    },
    {
      says: 'Who served a customer',
      how: `Properties of events that name staff (${STAFF_WORDS.slice(0, 6).join(', ')} and others) are left out of timelines, stories, samples and exports, and cannot be used to compare.`,
    },
    {
      says: 'Praise or blame of a person',
      how: 'What customers loved is shown with counts and the team, never a name.',
    },
    {
      says: 'A group that is too small',
      how: `Answers of staff stay hidden below ${STAFF_GROUP_SIZE}; groups of customers below 5 are hidden from viewers.`,
    },
    { says: 'How much somebody works', how: 'Call-backs are measured for all together, never by owner.' },
  ],
};
