import { useOverview } from './hooks.ts';

const DAY_MS = 86_400_000;

/**
 * What is called today, ms: the beginning of the day in UTC, so that it stands still while one looks. In the sample the day
 * of its last event: its story would grow old otherwise.
 */
export function useToday(): number {
  const { workspace, lastMs } = useOverview();
  const now = workspace.isDemo ? (lastMs ?? Date.now()) : Date.now();
  return Math.floor(now / DAY_MS) * DAY_MS;
}
