/** Names of the generated touchpoints and channels; `ACTIVITIES[code]` is what the generator's number stands for. */
export const ACTIVITIES: readonly string[] = Array.from(
  { length: 48 },
  (_, i) => `touchpoint ${String(i).padStart(2, '0')}`,
);
export const CHANNELS: readonly string[] = ['web', 'app', 'email', 'phone', 'store', 'partner'];

export const WORKSPACE = 1;
export const SOURCE = 1;
/** The generator's first instant, 2026-01-01, ms. */
export const START_MS = 1_767_225_600_000;
