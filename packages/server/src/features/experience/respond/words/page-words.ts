import type { Emotion, GotAnswer } from '@continuo/core';

/** Everything that pages for customers say, in one language. `{who}` and `{n}` are filled in. */
export interface PageWords {
  /** Heading: who asks. */
  readonly asks: string;
  readonly why: string;
  /** How long it takes: up to three questions, and more. */
  readonly short: string;
  readonly long: string;
  readonly nps: string;
  readonly npsEnds: readonly [string, string];
  readonly csat: string;
  readonly csatEnds: readonly [string, string];
  readonly ces: string;
  readonly cesEnds: readonly [string, string];
  readonly got: string;
  readonly gotAnswers: Readonly<Record<GotAnswer, string>>;
  readonly emotion: string;
  readonly emotions: Readonly<Record<Emotion, string>>;
  readonly open: string;
  readonly ifYouLike: string;
  readonly missing: string;
  readonly careful: string;
  readonly contact: string;
  readonly email: string;
  readonly emailMissing: string;
  readonly send: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly willContact: string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly unknownTitle: string;
  readonly unknown: string;
  readonly tooMany: string;
  readonly brokenTitle: string;
  readonly broken: string;
  readonly preview: string;
  /** Link and button: no more invitations. */
  readonly stop: string;
  readonly stopped: string;
  /** Invitation by e-mail. */
  readonly mailSubject: string;
  readonly mailLink: string;
  readonly mailOnce: string;
}
