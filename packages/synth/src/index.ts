export { AROUND, BOOKING } from './airline/activities.ts';
export { airline } from './airline/airline.ts';
export { BEGIN_MS, localDay, localTime, NOW_MS } from './airline/calendar.ts';
export { TRUTHS } from './airline/truths.ts';
export type { WorldEvent } from './airline/world-event.ts';
export { toEvents } from './to-events.ts';
