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
  /**
   * People by how their passage stands. One passage stands for each: their last that has ended, else their last. The same
   * one decides `gotIt`, `asPromised`, `asPlanned` and comparisons; all other numbers count people to whom it happened at
   * least once.
   */
  readonly statuses: Readonly<Record<RunStatus, number>>;
  /** People whose passage reached a goal; the rest is failed, left or open. Null: the map marks no goal. */
  readonly gotIt: Share | null;
  /** People who reached it with no owed step missed, none broken, and no time promise late. Null: no goal. */
  readonly asPromised: Share | null;
  /**
   * Of people whose passage ended, those who went exactly as we planned: every touch as planned and by a planned channel, no
   * step missing, on a closed map nothing else. Never called good by itself.
   */
  readonly asPlanned: Count;
  /** Who passed for the second time or more (also when the first is outside the scope); where most of them come in (step id). */
  readonly returning: { readonly people: number; readonly enterAt: string | null };
  readonly voices: Voices;
  /** People with a passage, or who said something about the map without one: `voices` are of so many. */
  readonly customers: number;
  /**
   * People who repeated a step beyond what is planned (a broken touch that was mended by a later one is such a repeat), or who
   * asked off the map: by phone or chat, or by e-mail without giving a score there.
   */
  readonly triedTwiceOrAsked: Count;
  /** Steps of the newest map of which some event was ever seen in the workspace, of its steps. */
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
  /** Some event that its matchers name was ever seen in the workspace; their conditions are not looked at. */
  readonly isConnected: boolean;
  /** People who had it, as planned or in another order; broken touches are not among them. */
  readonly people: number;
  readonly runs: number;
  /** People who came to it: had it, it broke, or it is missing for another reason than that they left. `people` of `due`. */
  readonly due: number;
  /** People by why it is missing; `left` counts every step that those who left did not get to. */
  readonly skipped: Readonly<Record<SkipLabel, number>>;
  /** People for whom it was due and went wrong for good; one that went well the second time is repeated instead. */
  readonly broken: number;
  readonly repeated: number;
  readonly otherOrder: number;
  readonly detour: number;
  readonly otherChannel: number;
  /** Left at this step: their passage fell silent without an end, and this was next. `of`: those, and those who came to it. */
  readonly left: Share | null;
  /** People for whom a time promise that ends here was late, whether the step came at last or not. */
  readonly late: number;
  /** People harmed here: owed and skipped, broken, late, or unhappy by their last answer of a passage. */
  readonly harmed: number;
  readonly channels: readonly { readonly channel: string; readonly people: number; readonly isPlanned: boolean }[];
  /** Since the touch on the map before it. */
  readonly wait: { readonly medianMs: number; readonly p90Ms: number; readonly n: number } | null;
  /** Answers given with a touch of this step; an answer with a touch off the map belongs to that touch. */
  readonly voices: Voices;
  /** People who came to it in whatever way, beside the map too, or said something about it: `voices` are of so many. */
  readonly customers: number;
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
  /** People who did it, or said something about it: `voices` are of so many. */
  readonly customers: number;
  readonly comments: readonly Comment[];
  /**
   * What followed, among people in the same situation: for whom the step `after` went as it went for most who did this (see
   * `Compared`). Null: nobody of them did it, or everybody.
   */
  readonly compared: Compared | null;
}

/**
 * What followed, for those who did and those who could have and did not: goes together with, not yet a cause. Off the map both
 * are in one situation at the step `after`: it is broken for them, where it is for more than half of those who did it, else
 * they had it and no touch of it broke; before the first step everybody. So a call for help is not blamed for what it was about.
 * As promised where the map has a goal and promises anything; else the goal; without a goal the unhappy among who answered.
 */
export interface Compared {
  readonly outcome: 'as-promised' | 'got-it' | 'unhappy';
  readonly with: Count;
  readonly without: Count;
  /** Difference of the shares (with − without) and its Newcombe 95 % interval. */
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
  /** `too-few`: under 10 on one side, or under 30 together. */
  readonly verdict: 'better' | 'hurts' | 'no-difference' | 'too-few';
}

export interface PromiseKept {
  readonly promise: string;
  /** Who started the clock. */
  readonly people: number;
  /**
   * Probability of the second step in time, by each person's last decided passage; failing or leaving before is a competing
   * end, waiting ones are censored.
   */
  readonly kept: Share | null;
  /** People for whom it was late at least once: it took longer, or the time is over without it and the passage had not failed. */
  readonly late: number;
  /** How long it took those whom it happened to. */
  readonly wait: { readonly medianMs: number; readonly p90Ms: number; readonly n: number } | null;
}

/**
 * People whom the rule concerned, and who kept it in every passage. `response` concerns who had `a`, `precedence` who had `b`,
 * `succession` who had either; what may still happen while a passage is under way is neither kept nor broken.
 */
export interface RuleKept {
  readonly rule: string;
  readonly kept: Count;
}
