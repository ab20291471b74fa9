import { type HeldTable, WHILE_THERE, WORKSPACE } from './held-table.ts';

/** The letters of each Monday, who gets them, and what staff answer on the cards of their teams. */
export const LETTERS_HELD = {
  letters: {
    what: 'Letters: what changed for customers, week by week',
    why: 'So that everybody hears it, and can read it again.',
    until: WHILE_THERE,
    seenBy: 'all members',
    about: 'nobody',
    fields: {
      ...WORKSPACE,
      week: 'its Monday',
      scope_kind: 'whether it is about everything, one map or one team',
      scope_key: 'which one',
      letter: 'its text: counts, and words of customers with contact details masked; no names',
      made_ms: 'when it was written',
    },
  },
  letter_subscriptions: {
    what: 'Addresses that get the letter',
    why: 'To send it to those who asked for it.',
    until: 'until it is ended, here or by the link in each letter',
    seenBy: 'editors and above',
    about: 'staff',
    fields: {
      ...WORKSPACE,
      id: 'number',
      address: 'e-mail address',
      scope_kind: 'whether it is about everything, one map or one team',
      scope_key: 'which one',
      since_ms: 'since when',
    },
  },
  staff_answers: {
    what: 'What colleagues say stops them from doing their work well',
    why: 'To mend it. Nobody can tell who said it: no author is kept, and no time but the week.',
    until: WHILE_THERE,
    seenBy: 'all members, in groups of eleven',
    about: 'nobody',
    fields: {
      ...WORKSPACE,
      id: 'a number drawn at random',
      team: 'of which team the card was',
      batch: 'with which ten others it is shown',
      week: 'in which week',
      text: 'what was said',
    },
  },
} as const satisfies Readonly<Record<string, HeldTable>>;
