import { z } from 'zod';
import {
  calendarSchema,
  callbackPreviewSchema,
  callbackRuleSchema,
  callbackRulesSchema,
  callbackSettingsSchema,
} from '../callback-rules.ts';
import {
  assignCallbacksSchema,
  assigneesSchema,
  callbackListSchema,
  callbackMeasuresSchema,
  callbackSchema,
  closeCallbackSchema,
  noteCallbackSchema,
  openCallbackSchema,
  personContextSchema,
  reopenCallbackSchema,
  waitCallbackSchema,
} from '../callbacks.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteSpec } from './spec.ts';

const removed = z.object({ removed: z.boolean() });

/** People to be answered: the list, the work, the rules that open it, the hours in which it is promised. */
export const CALLBACK_ROUTES = {
  /**
   * Query: `tab`, `after` (from `next`), `limit` (at most 200). `behind`, with `from` and `to` as in the measures: those that a count
   * is made of, the newest first, whatever the tab; `cause` (`journey/step` or `off-map`) narrows `closed`.
   */
  callbacks: {
    ...ADDRESSES.callbacks,
    says: 'Call-backs of one tab or behind one count, and how many each tab has',
    role: 'operator',
    audit: null,
    body: null,
    reply: callbackListSchema,
  },
  /** Query: `from`, `to` (ms; left out: the 28 days up to now). */
  callbackMeasures: {
    ...ADDRESSES.callbackMeasures,
    says: 'Call-backs as counts: let down, answered in time, put right, happened again, by cause',
    role: 'viewer',
    audit: null,
    body: null,
    reply: callbackMeasuresSchema,
  },
  callbackAssignees: {
    ...ADDRESSES.callbackAssignees,
    says: 'Who may be given a call-back',
    role: 'operator',
    audit: null,
    body: null,
    reply: assigneesSchema,
  },
  callback: {
    ...ADDRESSES.callback,
    says: 'One call-back with what was said and done',
    role: 'operator',
    audit: null,
    body: null,
    reply: callbackSchema,
  },
  openCallback: {
    ...ADDRESSES.openCallback,
    says: 'Open a call-back for a person; joins the one that is open',
    role: 'operator',
    audit: 'callback.open',
    body: openCallbackSchema,
    reply: callbackSchema,
  },
  takeCallback: {
    ...ADDRESSES.takeCallback,
    says: 'Take a call-back in hand',
    role: 'operator',
    audit: 'callback.take',
    body: z.object({}),
    reply: callbackSchema,
  },
  assignCallbacks: {
    ...ADDRESSES.assignCallbacks,
    says: 'Give call-backs to somebody, or to a team; closed ones are left',
    role: 'operator',
    audit: 'callback.assign',
    body: assignCallbacksSchema,
    reply: z.object({ given: z.number().int() }),
  },
  noteCallback: {
    ...ADDRESSES.noteCallback,
    says: 'Write down what was said or done',
    role: 'operator',
    audit: 'callback.note',
    body: noteCallbackSchema,
    reply: callbackSchema,
  },
  waitCallback: {
    ...ADDRESSES.waitCallback,
    says: 'Wait for the customer, or until a time',
    role: 'operator',
    audit: 'callback.wait',
    body: waitCallbackSchema,
    reply: callbackSchema,
  },
  resumeCallback: {
    ...ADDRESSES.resumeCallback,
    says: 'Stop waiting and go on',
    role: 'operator',
    audit: 'callback.resume',
    body: z.object({}),
    reply: callbackSchema,
  },
  closeCallback: {
    ...ADDRESSES.closeCallback,
    says: 'Close with a cause and an action, and have the customer asked whether it is put right',
    role: 'operator',
    audit: 'callback.close',
    body: closeCallbackSchema,
    reply: callbackSchema,
  },
  reopenCallback: {
    ...ADDRESSES.reopenCallback,
    says: 'Open a closed call-back again',
    role: 'operator',
    audit: 'callback.reopen',
    body: reopenCallbackSchema,
    reply: callbackSchema,
  },
  /** Only once a call-back; without a known address the link in the reply must be passed on. */
  askCallback: {
    ...ADDRESSES.askCallback,
    says: 'Ask the customer now whether it is put right',
    role: 'operator',
    audit: 'callback.ask',
    body: z.object({}),
    reply: callbackSchema,
  },
  callbackRules: {
    ...ADDRESSES.callbackRules,
    says: 'What opens call-backs',
    role: 'operator',
    audit: null,
    body: null,
    reply: callbackRulesSchema,
  },
  putCallbackRule: {
    ...ADDRESSES.putCallbackRule,
    says: 'Keep a rule; what it has decided stays decided',
    role: 'admin',
    audit: 'callback-rule.put',
    body: callbackRuleSchema,
    reply: callbackRulesSchema,
  },
  removeCallbackRule: {
    ...ADDRESSES.removeCallbackRule,
    says: 'Remove a rule; its call-backs stay',
    role: 'admin',
    audit: 'callback-rule.remove',
    body: null,
    reply: removed,
  },
  putCallbackSettings: {
    ...ADDRESSES.putCallbackSettings,
    says: 'How far back rules look, how many they open at once, when customers are asked',
    role: 'admin',
    audit: 'callback-settings.put',
    body: callbackSettingsSchema,
    reply: callbackRulesSchema,
  },
  previewCallbackRule: {
    ...ADDRESSES.previewCallbackRule,
    says: 'What a rule would have opened in the last 28 days',
    role: 'operator',
    audit: null,
    body: callbackRuleSchema,
    reply: callbackPreviewSchema,
  },
  calendars: {
    ...ADDRESSES.calendars,
    says: 'Working hours and holidays',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(calendarSchema),
  },
  putCalendar: {
    ...ADDRESSES.putCalendar,
    says: 'Keep a calendar; what is promised already stays promised',
    role: 'admin',
    audit: 'calendar.put',
    body: calendarSchema,
    reply: z.array(calendarSchema),
  },
  removeCalendar: {
    ...ADDRESSES.removeCalendar,
    says: 'Remove a calendar that no rule uses',
    role: 'admin',
    audit: 'calendar.remove',
    body: null,
    reply: removed,
  },
  /** `id`: number of a person, or the id that a source gives its user. Query: `by` (`person`, `user`; left out: either). */
  personContext: {
    ...ADDRESSES.personContext,
    says: 'Whether somebody is being helped, and what to know before speaking to them',
    role: 'operator',
    audit: null,
    body: null,
    reply: personContextSchema,
  },
} as const satisfies Record<string, RouteSpec>;
