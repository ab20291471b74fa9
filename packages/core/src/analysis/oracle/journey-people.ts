import type { Behind } from '../scope.ts';
import { isAsPlanned, isAsPromised, stepFacts, triedTwiceOrAsked } from './journey-facts.ts';
import { decidingPromise, lastAnswers, numberedSteps } from './journey-map.ts';
import { promiseLived } from './journey-promise.ts';
import { decidingRuns, isEnded, isReturning, type JudgedRun, offMapOf, touchesOf } from './journey-run.ts';
import type { MapVoice } from './named-voices.ts';

type BehindMap = Extract<Behind, { kind: `map-${string}` }>;

/** The passages that a number of the map counts; moods of a step: only those of passages, what names the map is in none. */
export function runsBehindMap(
  runs: readonly JudgedRun[],
  behind: BehindMap,
  dataAsOfMs: number,
  named: readonly MapVoice[] = [],
): JudgedRun[] {
  switch (behind.kind) {
    case 'map-step':
      return behindStep(runs, behind, dataAsOfMs, named);
    case 'map-off':
      return runs.filter((run) => offMapOf(run).some(({ activity }) => activity === behind.activity));
    case 'map-promise': {
      const started = runs.flatMap((run) => {
        const lived = promiseLived(run, behind.promise, dataAsOfMs);
        return lived ? [{ run, lived }] : [];
      });
      const wanted = behind.is === 'late' ? started : decidingPromise(started);
      return wanted.filter(({ lived }) => lived.state === behind.is).map(({ run }) => run);
    }
    case 'map-fact':
      return behindFact(runs, behind, dataAsOfMs);
  }
}

function behindStep(
  runs: readonly JudgedRun[],
  { step, which, channel }: Extract<Behind, { kind: 'map-step' }>,
  dataAsOfMs: number,
  named: readonly MapVoice[],
): JudgedRun[] {
  const numbers = numberedSteps([...new Set(runs.map(({ judging }) => judging))]);
  const number = [...numbers].find(([, id]) => id === step)?.[0] ?? -1;
  switch (which) {
    case 'unhappy':
    case 'neutral':
    case 'happy':
      return [
        ...lastAnswers(
          runs,
          (run) => touchesOf(run).filter((touch) => touch.step === number),
          named.filter((voice) => voice.step === number),
        ).values(),
      ]
        .filter(({ felt }) => felt === which)
        .flatMap(({ run }) => run ?? []);
    case 'we-skipped':
    case 'partner-skipped':
    case 'customer-skipped':
    case 'shortcut':
      return runs.filter((run) => stepFacts(run, dataAsOfMs).get(number)?.has(`skip:${which}`));
    case 'had':
    case 'other-channel':
      return runs.filter((run) =>
        stepFacts(run, dataAsOfMs)
          .get(number)
          ?.has(channel === null ? which : `${which}:${channel}`),
      );
    default:
      return runs.filter((run) => stepFacts(run, dataAsOfMs).get(number)?.has(which));
  }
}

function behindFact(
  runs: readonly JudgedRun[],
  { fact, is }: Extract<Behind, { kind: 'map-fact' }>,
  dataAsOfMs: number,
): JudgedRun[] {
  const deciding = decidingRuns(runs);
  switch (fact) {
    case 'goal':
    case 'failed':
    case 'left':
    case 'open':
      return deciding.filter((run) => (run.status === fact) === is);
    case 'as-promised':
      return deciding.filter((run) => isEnded(run) && isAsPromised(run, dataAsOfMs) === is);
    case 'as-planned':
      return deciding.filter((run) => isEnded(run) && isAsPlanned(run) === is);
    case 'returning':
      return whoever(runs, isReturning, is);
    case 'tried':
      return whoever(runs, triedTwiceOrAsked, is);
  }
}

/** Passages in which it is so; or all passages of people in none of whose passages it is. */
function whoever(runs: readonly JudgedRun[], holds: (run: JudgedRun) => boolean, is: boolean): JudgedRun[] {
  if (is) return runs.filter(holds);
  const people = new Set(runs.filter(holds).map(({ run }) => run.person));
  return runs.filter(({ run }) => !people.has(run.person));
}
