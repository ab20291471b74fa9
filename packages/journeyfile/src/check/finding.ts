/** Something that is wrong with what a map says (`error`), probably not meant (`warning`), or good to know (`note`). */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: FindingCode;
  /** Where, from the top: `stages › Get it › I pay`. */
  readonly path: string;
  /** Id of the stage, group, step, lane, promise or rule that is meant; null: the whole map. */
  readonly id: string | null;
  readonly words: string;
  /** What to do about it. */
  readonly todo: string;
}

export type FindingCode =
  | 'id-twice'
  | 'no-step'
  | 'no-goal'
  | 'no-owner'
  | 'too-many-moments'
  | 'owed-by-customer'
  | 'empty-group'
  | 'empty-stage'
  | 'lane-unknown'
  | 'emotion-unknown'
  | 'step-unknown'
  | 'same-step'
  | 'promise-backwards'
  | 'promise-not-measured'
  | 'passage-property'
  | 'journey-unknown'
  | 'journey-itself'
  | 'touchpoint-unknown'
  | 'events-shared'
  | 'step-hidden'
  | 'event-unknown'
  | 'not-connected';

/** A finding as one line: `▲ stages › Get it › I pay: … Do this.` */
export function findingText({ severity, path, words, todo }: Finding): string {
  const mark = severity === 'error' ? '✗' : severity === 'warning' ? '▲' : '·';
  return `${mark} ${path === '' ? '' : `${path}: `}${words}${todo === '' ? '' : ` ${todo}`}`;
}

/** Whether a map with these findings may be published: none of them is an error. */
export function isFine(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}
