import type { Rule } from '../../journey/contract.ts';
import { isEnded, type JudgedRun, type LivedTouch, touchesOf } from './journey-run.ts';

/**
 * Whether a passage kept a rule; null when it does not concern it, or cannot be told yet because it is under way.
 * Touches that say a step failed do not count as having the step.
 */
export function ruleKept(run: JudgedRun, id: string, dataAsOfMs: number): boolean | null {
  const rule = run.judging.contract.rules.find((one) => one.id === id);
  if (!rule) return null;
  const number = (step: string): number => run.judging.numbers.get(step) ?? -1;
  const touches = touchesOf(run).filter(({ isFailed }) => !isFailed);
  /** What is missing now may still come while the passage is under way. */
  const missing = isEnded(run) ? false : null;
  const places = (step: string): number[] => touches.flatMap((touch, i) => (touch.step === number(step) ? [i] : []));
  switch (rule.kind) {
    case 'absent':
      return places(rule.step).length === 0;
    case 'contains':
      return places(rule.step).length > 0 ? true : missing;
    case 'starts':
      return touches[0]?.step === number(rule.step);
    case 'ends':
      return isEnded(run) ? touches.at(-1)?.step === number(rule.step) : null;
    case 'response':
      return response(places(rule.a), places(rule.b), missing);
    case 'precedence':
      return precedence(places(rule.a), places(rule.b));
    case 'succession': {
      const [a, b] = [places(rule.a), places(rule.b)];
      const [after, before] = [response(a, b, missing), precedence(a, b)];
      if (after === false || before === false) return false;
      if (a.length > 0 && after === null) return null;
      return after ?? before;
    }
    case 'xor': {
      const [hasA, hasB] = [places(rule.a).length > 0, places(rule.b).length > 0];
      if (hasA && hasB) return false;
      return hasA || hasB ? true : missing;
    }
    case 'within':
      return within(touches, { ...rule, from: number(rule.a), to: number(rule.b) }, dataAsOfMs, missing);
  }
}

function response(a: readonly number[], b: readonly number[], missing: false | null): boolean | null {
  if (a.length === 0) return null;
  return (b.at(-1) ?? -1) > (a.at(-1) as number) ? true : missing;
}

function precedence(a: readonly number[], b: readonly number[]): boolean | null {
  if (b.length === 0) return null;
  return (a[0] ?? Number.POSITIVE_INFINITY) < (b[0] as number);
}

/** After every a the next b in time. While under way an a without b is undecided until its time is over. */
function within(
  touches: readonly LivedTouch[],
  { from, to, withinMs }: Extract<Rule, { kind: 'within' }> & { readonly from: number; readonly to: number },
  dataAsOfMs: number,
  missing: false | null,
): boolean | null {
  const verdicts = touches.flatMap((a, i) => {
    if (a.step !== from) return [];
    const b = touches.slice(i + 1).find(({ step }) => step === to);
    if (b) return [b.atMs - a.atMs <= withinMs];
    return [dataAsOfMs > a.atMs + withinMs ? false : missing];
  });
  if (verdicts.length === 0) return null;
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}
