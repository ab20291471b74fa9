import type { JudgedBy } from '@continuo/core';

/** Who judges, as an address says it; absent: the versions in force. */
export function readJudged(text: string | undefined): JudgedBy | null {
  if (text === undefined) return null;
  return text === 'draft' ? 'draft' : Number(text);
}

export function writeJudged(judgedBy: JudgedBy): string | undefined {
  return judgedBy === 'in-force' ? undefined : String(judgedBy);
}
