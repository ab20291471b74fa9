/**
 * The journey contract: what was designed, as data. The file (YAML or JSON) and the state hold the same thing; what customers
 * lived is never in it. Every id is stable for ever: renaming changes titles, never ids.
 */
export interface JourneyContract {
  /** Unique in the workspace: lower-case letters, digits and hyphens, 1 to 60 characters. */
  readonly key: string;
  /** First person, in the customer's words: "I buy something and it arrives". */
  readonly title: string;
  readonly level: JourneyLevel;
  /** Key of the journey one level up; null: it stands alone. */
  readonly parent: string | null;
  /** Keys of journeys that customers often go on to. A lifecycle that leads back to itself is a loop. */
  readonly leadsTo: readonly string[];
  /** Personas or segments it is meant for, in words; empty: everybody. */
  readonly meantFor: readonly string[];
  readonly brand: string | null;
  readonly country: string | null;
  readonly partner: string | null;
  /** Who answers for it; null: nobody yet, which every list says. */
  readonly owner: string | null;
  readonly review: ReviewCadence | null;
  readonly status: JourneyStatus;
  /** The one question to ask customers on this journey; null: none. */
  readonly question: string | null;
  readonly passage: Passage;
  /** Whether touches that are not on the map count against it; false: they are outside its scope. */
  readonly isClosed: boolean;
  readonly stages: readonly Stage[];
  /** Lanes in the order they are shown; cells of a step name a lane by its id. */
  readonly lanes: readonly Lane[];
  readonly promises: readonly TimePromise[];
  readonly rules: readonly Rule[];
}

export type JourneyLevel = 'lifecycle' | 'journey' | 'sub-journey';
export type JourneyStatus = 'draft' | 'live' | 'retired';

export interface ReviewCadence {
  readonly everyDays: number;
  /** `YYYY-MM-DD`; null: not set. */
  readonly nextDay: string | null;
}

/** How one customer's passages through the journey are cut from their events. */
export interface Passage {
  /** `case`: the case key of the events. `property`: a property of theirs. `silence`: one passage until nothing happens for a while. */
  readonly by: 'case' | 'property' | 'silence';
  /** Name of the property; null unless `by` is `property`. */
  readonly property: string | null;
  /** After this long without a touch the passage is over; by `silence` the next touch opens another. */
  readonly silenceMs: number;
  /** A passage by `silence` longer than this is cut here; null: no limit. */
  readonly atMostMs: number | null;
  /** Step ids that may open a passage; empty: any step may, for customers join where they like. */
  readonly starts: readonly string[];
  /** By `silence`: may the same customer pass again after an end, at every start step, or only once. */
  readonly again: 'after-end' | 'at-start' | 'once';
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A step, or steps with an order of their own. Blocks of a stage follow each other. */
export type Block = Step | Group;

export interface Group {
  /** One of them · all of them in any order · all of them, again and again. */
  readonly kind: 'choice' | 'any-order' | 'repeat';
  readonly id: string;
  readonly isOptional: boolean;
  /** Only for `repeat`: passes at most; null: no limit. */
  readonly atMost: number | null;
  readonly blocks: readonly Block[];
}

export interface Step {
  readonly kind: 'step';
  readonly id: string;
  /** First person, in the customer's words. */
  readonly title: string;
  readonly actor: 'customer' | 'us' | 'partner';
  /** Whether the customer is owed it: skipping it is a broken promise. Only steps of ours and of partners. */
  readonly isOwed: boolean;
  readonly isOptional: boolean;
  /** 1: once; more or null (no limit): may be repeated. */
  readonly atMost: number | null;
  /** What a touch of it ends the journey as. */
  readonly ends: JourneyEnd | null;
  /** A moment that matters, marked by us; at most three in a journey. */
  readonly matters: boolean;
  /** Key of a touchpoint in the catalogue, which may hold the matchers; null: only its own. */
  readonly touchpoint: string | null;
  /** Which events are this step; empty: not connected to data. The first step in file order that matches an event gets it. */
  readonly matchers: readonly Matcher[];
  /** Which events say that it went wrong: no bag on the belt, payment declined. Such a touch stands in the step's place: due, not delivered. */
  readonly failures: readonly Matcher[];
  /** Channels it was designed for; empty: any. Another one is "other channel". */
  readonly channels: readonly string[];
  readonly brand: string | null;
  readonly country: string | null;
  readonly partner: string | null;
  readonly owner: string | null;
  /** Cards by lane id. */
  readonly cells: Readonly<Record<string, readonly Card[]>>;
}

/**
 * `goal`: they got what they came for. `goal-either-way`: they did, even when the step itself went wrong (they arrived, without
 * the bag). `failure`: they did not, and it is over.
 */
export type JourneyEnd = 'goal' | 'goal-either-way' | 'failure';

/** An event matches when its name is one of `events`, every condition holds, and its channel is one of `channels` (empty: any). */
export interface Matcher {
  readonly events: readonly string[];
  readonly where: readonly Condition[];
  readonly channels: readonly string[];
}

/** Compared as text; `is` holds for any of the values, `is-not` for none of them (also when the property is missing), `exists` looks only for it. */
export interface Condition {
  readonly property: string;
  readonly test: 'is' | 'is-not' | 'exists';
  readonly values: readonly string[];
}

export const LANE_KINDS = [
  'actions',
  'thoughts',
  'emotion',
  'expectations',
  'promises',
  'pains',
  'gains',
  'frontstage',
  'backstage',
  'systems',
  'owner',
  'kpi',
  'quotes',
  'text',
  'image',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  readonly title: string;
}

export interface Card {
  readonly id: string;
  /** Plain text; of an image its `https:` or `data:` address; of the intended emotion −2 … +2 as text. */
  readonly text: string;
  readonly evidence: Evidence;
}

/** What a card rests on. `heard` fades to `think` after twelve months. */
export type Evidence =
  | { readonly kind: 'think' }
  /** `n` people said so; `when` is `YYYY-MM` or `YYYY-MM-DD`. */
  | { readonly kind: 'heard'; readonly n: number; readonly when: string }
  | { readonly kind: 'measured' };

/** From the first time of one step to the next time of another, at most this long. */
export interface TimePromise {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly withinMs: number;
  /** What customers are told; null: only we know. */
  readonly says: string | null;
}

/** Declarative rules between steps, with the names of the field. */
export type Rule =
  | { readonly id: string; readonly kind: 'absent' | 'contains' | 'starts' | 'ends'; readonly step: string }
  | {
      readonly id: string;
      /** response: after a comes b · precedence: before b came a · succession: both · xor: never both, but one. */
      readonly kind: 'response' | 'precedence' | 'succession' | 'xor';
      readonly a: string;
      readonly b: string;
    }
  /** After a comes b, at most this long later. */
  | { readonly id: string; readonly kind: 'within'; readonly a: string; readonly b: string; readonly withinMs: number };

/** A named moment of contact, shared by all journeys of a workspace. */
export interface Touchpoint {
  readonly key: string;
  readonly title: string;
  readonly kind: 'owned' | 'partner' | 'earned';
  readonly channels: readonly string[];
  readonly matchers: readonly Matcher[];
  readonly owner: string | null;
}
