import type { SaidAt, Silent, SilentGroup } from '../feedback.ts';
import { ASKING_CHANNELS } from '../journey-shares.ts';
import type { Run } from '../run.ts';
import { type SpokenScope, voicesBehindOf } from './feedback.ts';
import type { JudgedRun } from './journey-run.ts';
import { placeKey, saidAtOf } from './said-places.ts';
import { timesOf } from './scope.ts';

/** Who came to a place, by whether they answered there. `judged`: the same runs as passages, null when there is no map. */
export function silentOf(spoken: SpokenScope, at: SaidAt, judged: readonly JudgedRun[] | null): Silent {
  const came = new Map<bigint, number>();
  const isHere = (run: Run, i: number): boolean => placeKey(saidAtOf(run, i, spoken.definitions)) === placeKey(at);
  for (const run of spoken.runs)
    for (const [i, atMs] of timesOf(run).entries())
      if (isHere(run, i)) came.set(run.person, Math.min(came.get(run.person) ?? Number.POSITIVE_INFINITY, atMs));
  const refs = (['unhappy', 'neutral', 'happy'] as const).flatMap((felt) =>
    voicesBehindOf(spoken, { at, felt }, judged === null ? 'person' : 'journey'),
  );
  const answered = new Set(refs.map((ref) => BigInt(ref.split('-')[1] as string)));
  const group = (people: readonly bigint[]): SilentGroup => ({
    people: people.length,
    called: people.filter((person) =>
      spoken.runs.some(
        (run) =>
          run.person === person &&
          timesOf(run).some(
            (atMs, i) =>
              atMs > (came.get(person) as number) &&
              ASKING_CHANNELS.includes((run.channels[i] as string).toLowerCase()),
          ),
      ),
    ).length,
    left:
      judged === null
        ? null
        : people.filter((person) =>
            judged.some(
              ({ run, status }) =>
                run.person === person && status === 'left' && run.activities.some((_, i) => isHere(run, i)),
            ),
          ).length,
  });
  const people = [...came.keys()];
  return {
    answered: group(people.filter((person) => answered.has(person))),
    silent: group(people.filter((person) => !answered.has(person))),
  };
}
