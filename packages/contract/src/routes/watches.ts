import { z } from 'zod';
import {
  actOnAlertSchema,
  alertsSchema,
  changeWatchSchema,
  makeWatchSchema,
  previewSchema,
  previewWatchSchema,
  relearnWatchSchema,
  watchChartSchema,
  watchSchema,
  wholeAlertSchema,
} from '../watches.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteSpec } from './spec.ts';

/** Watches over numbers, and what they noticed. */
export const WATCH_ROUTES = {
  watches: {
    ...ADDRESSES.watches,
    says: 'All watches: those that speak first, then by name',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(watchSchema),
  },
  previewWatch: {
    ...ADDRESSES.previewWatch,
    says: 'What a watch would say: its limits, and when it would have spoken; nothing is kept',
    role: 'viewer',
    audit: null,
    body: previewWatchSchema,
    reply: previewSchema,
  },
  makeWatch: {
    ...ADDRESSES.makeWatch,
    says: 'Watch a number',
    role: 'editor',
    audit: 'watch.make',
    body: makeWatchSchema,
    reply: watchSchema,
  },
  watch: {
    ...ADDRESSES.watch,
    says: 'One watch with its chart',
    role: 'viewer',
    audit: null,
    body: null,
    reply: watchSchema.extend({ chart: watchChartSchema }),
  },
  changeWatch: {
    ...ADDRESSES.changeWatch,
    says: 'Change who is told, of what, and until when nobody is',
    role: 'editor',
    audit: 'watch.change',
    body: changeWatchSchema,
    reply: watchSchema,
  },
  relearnWatch: {
    ...ADDRESSES.relearnWatch,
    says: 'Learn anew what is usual, from a day on; an open alert ends',
    role: 'editor',
    audit: 'watch.relearn',
    body: relearnWatchSchema,
    reply: watchSchema,
  },
  removeWatch: {
    ...ADDRESSES.removeWatch,
    says: 'Stop watching; its alerts go too',
    role: 'editor',
    audit: 'watch.remove',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
  alerts: {
    ...ADDRESSES.alerts,
    says: 'What watches have noticed: open alerts and past ones',
    role: 'viewer',
    audit: null,
    body: null,
    reply: alertsSchema,
  },
  alert: {
    ...ADDRESSES.alert,
    says: 'One alert with its chart and what was said about it',
    role: 'viewer',
    audit: null,
    body: null,
    reply: wholeAlertSchema,
  },
  actOnAlert: {
    ...ADDRESSES.actOnAlert,
    says: 'Acknowledge an alert, say something about it, or have its watch be quiet until a time',
    role: 'editor',
    audit: 'alert.act',
    body: actOnAlertSchema,
    reply: wholeAlertSchema,
  },
} as const satisfies Record<string, RouteSpec>;
