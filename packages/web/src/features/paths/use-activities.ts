import { type AskScope, useAnswer } from '../../api/hooks.ts';

/** Names of all touchpoints of the scope, busiest first; empty until they are known. */
export function useActivities(scope: AskScope): readonly string[] {
  const { data } = useAnswer('activities', { ...scope, filters: [] }, {});
  return data?.result.activities.map((facts) => facts.activity) ?? [];
}
