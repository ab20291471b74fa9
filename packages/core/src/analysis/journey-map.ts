import type { RunStatus, SkipLabel } from '../journey/touch.ts';

/** Which version judges the runs: the one in force when each started, one of them for all, or the draft. */
export type JudgedBy = 'in-force' | 'draft' | number;

/** Which journey a scope of unit `journey` means. */
export interface JourneyScope {
  readonly key: string;
  readonly judgedBy: JudgedBy;
}

/** `n` of `of`, people unless said otherwise. */
export interface Count {
  readonly n: number;
  readonly of: number;
}

/** A share with its interval, 0 … 1. */
export interface Share extends Count {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
  /** How it was found, such as `Wilson 95 %` or `Aalen-Johansen, 95 %`. */
  readonly method: string;
}

/** Of the people who answered, how many were unhappy, neutral, happy; one answer a person, their last. */
export interface Voices {
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
}

/** The lived side of a map. Steps stand in file order of the newest version that judges; texts stay in the contract. */
export interface JourneyMap {
  /** Versions that judged runs of this scope, oldest first; empty for the draft. */
  readonly versions: readonly number[];
  readonly people: number;
  readonly runs: number;
  readonly statuses: Readonly<Record<RunStatus, number>>;
  /** People whose passage reached a goal; the rest is failed, left or open. Null: the map marks no goal. */
  readonly gotIt: Share | null;
  /** People who reached it with no owed step missed or broken and every time promise kept; ended passages only. Null: no goal. */
  readonly asPromised: Share | null;
  /** Ended passages that went exactly as we planned. Never called good by itself. */
  readonly asPlanned: Count;
  /** Who passed for the second time or more; where most of them come in (step id). */
  readonly returning: { readonly people: number; readonly enterAt: string | null };
  readonly voices: Voices;
  /** People who repeated a step beyond what is planned, met a broken one, or asked by phone, chat, e-mail or desk off the map. */
  readonly triedTwiceOrAsked: Count;
  /** Distinct steps with matchers whose events were ever seen. */
  readonly connected: Count;
  readonly steps: readonly MapStep[];
  /** What customers did that is not on the map, the commonest first. */
  readonly offMap: readonly OffMapStep[];
  readonly promises: readonly PromiseKept[];
  readonly rules: readonly RuleKept[];
  /** For analysts: 1 − Σcost / Σ(touches + cheapest), weighted by runs; null without runs. */
  readonly fitness: number | null;
  /** For analysts, by escaping edges; null where there are too many distinct ways to count (the limits say so). */
  readonly precision: number | null;
  /** 1 − fitness beside the share of passages whose way was never seen before (Good-Turing). */
  readonly blindSpot: { readonly notExplained: number; readonly unseen: number } | null;
  /** A correlation key seen with several people was split between them: this many keys. */
  readonly sharedKeys: number;
}

export interface MapStep {
  readonly step: string;
  /** Its matchers have met at least one event of the workspace. */
  readonly isConnected: boolean;
  /** People who had it, as planned or in another order; broken touches are not among them. */
  readonly people: number;
  readonly runs: number;
  /** People who came to it: had it, or it was due and something later happened or it broke. `people` of `due`. */
  readonly due: number;
  /** People by why it is missing. */
  readonly skipped: Readonly<Record<SkipLabel, number>>;
  /** People with a touch that says it went wrong. */
  readonly broken: number;
  readonly repeated: number;
  readonly otherOrder: number;
  readonly detour: number;
  readonly otherChannel: number;
  /** Left at this step: their passage ended without an end, and this was next. The hazard is left / (due + left). */
  readonly left: Share | null;
  /** People for whom a time promise that ends here was broken. */
  readonly late: number;
  /** People harmed here: owed and skipped, broken, late, or unhappy. */
  readonly harmed: number;
  readonly channels: readonly { readonly channel: string; readonly people: number; readonly isPlanned: boolean }[];
  /** Since the touch on the map before it. */
  readonly wait: { readonly medianMs: number; readonly p90Ms: number; readonly n: number } | null;
  readonly voices: Voices;
  /** Newest comments, contact details masked, at most three. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly text: string;
  readonly felt: 'unhappy' | 'neutral' | 'happy' | null;
  readonly timeMs: number;
  /** Reference of the run it was said in. */
  readonly run: string;
}

export interface OffMapStep {
  readonly activity: string;
  /** The step after which it happens most often; null: before the first. */
  readonly after: string | null;
  readonly people: number;
  readonly touches: number;
  readonly channels: readonly { readonly channel: string; readonly people: number }[];
  readonly voices: Voices;
  readonly comments: readonly Comment[];
  readonly compared: Compared | null;
}

/** What followed, for those who did and those who did not: goes together with, not yet a cause. */
export interface Compared {
  readonly outcome: 'as-promised' | 'got-it' | 'unhappy';
  readonly with: Count;
  readonly without: Count;
  /** Difference of the shares (with − without) and its Newcombe 95 % interval. */
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
  readonly verdict: 'better' | 'hurts' | 'no-difference' | 'too-few';
}

export interface PromiseKept {
  readonly promise: string;
  /** Who started the clock. */
  readonly people: number;
  /** Probability of the second step in time, with leaving as a competing end; open ones are censored. */
  readonly kept: Share | null;
  readonly late: number;
  /** How long it took those whom it happened to. */
  readonly wait: { readonly medianMs: number; readonly p90Ms: number; readonly n: number } | null;
}

export interface RuleKept {
  readonly rule: string;
  readonly kept: Count;
}
