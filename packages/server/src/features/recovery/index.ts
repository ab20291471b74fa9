export { callbackLookout } from './callback-lookout.ts';
export { callbackTimers } from './callback-timers.ts';
export { ensureDemoCallbacks, removeDemoCallbacks } from './ensure-demo.ts';
export { callbackMeasures } from './measures.ts';
export { putRightPages } from './put-right-pages.ts';
export { recoveryClock } from './recovery-clock.ts';
export { recoveryRoutes } from './routes.ts';
export { listOf as callbackListOf } from './show.ts';
