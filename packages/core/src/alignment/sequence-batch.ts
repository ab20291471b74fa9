/** Many sequences of step numbers, one after the other in one array: what workers are sent. */
export interface SequenceBatch {
  readonly steps: Uint16Array;
  /** Sequence i is `steps[starts[i]]` … `steps[starts[i + 1] − 1]`; one entry more than there are sequences. */
  readonly starts: Uint32Array;
}

/** Puts sequences (step numbers 0 … 65,535; 0: not on the map) into one batch. */
export function batchOf(sequences: readonly ArrayLike<number>[]): SequenceBatch {
  const starts = new Uint32Array(sequences.length + 1);
  let length = 0;
  for (const [index, sequence] of sequences.entries()) {
    length += sequence.length;
    starts[index + 1] = length;
  }
  const steps = new Uint16Array(length);
  for (const [index, sequence] of sequences.entries()) steps.set(sequence, starts[index]);
  return { steps, starts };
}

/** Touches of the longest sequence; 0 without any. */
export function longestOf({ starts }: SequenceBatch): number {
  let longest = 0;
  for (let index = 0; index + 1 < starts.length; index += 1) {
    longest = Math.max(longest, (starts[index + 1] as number) - (starts[index] as number));
  }
  return longest;
}
