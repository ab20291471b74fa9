import type { Evidence } from '@continuo/core';

const THINK: Evidence = { kind: 'think' };
const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?`;
const WORDS = new RegExp(String.raw`^we (?:(think)|(measured)|heard \(?(\d{1,8}), (${DATE})\)?)$`);
const AT_END = /^(.+?)\s*\[(we [^[\]]+)\]$/s;

/** Evidence of `we think`, `we heard (14, 2026-10)` or `we measured`; null when it is none of them. */
export function readEvidence(words: string): Evidence | null {
  const found = WORDS.exec(words.trim());
  if (found === null) return null;
  const [, think, measured, n, when] = found;
  if (think !== undefined) return THINK;
  if (measured !== undefined) return { kind: 'measured' };
  return Number(n) > 0 ? { kind: 'heard', n: Number(n), when: when ?? '' } : null;
}

/** `we heard (14, 2026-10)`. */
export function writeEvidence(evidence: Evidence): string {
  return evidence.kind === 'heard' ? `we heard (${evidence.n}, ${evidence.when})` : `we ${evidence.kind}`;
}

/** Takes evidence in brackets from the end of a text: `Will it come? [we heard (14, 2026-10)]`. Without it: we think. */
export function splitEvidence(text: string): { readonly text: string; readonly evidence: Evidence } {
  const [, before, words] = AT_END.exec(text) ?? [];
  const evidence = words === undefined ? null : readEvidence(words);
  return evidence === null || before === undefined ? { text, evidence: THINK } : { text: before, evidence };
}

/** The text with its evidence in brackets; null when that could not be read back as the same. */
export function joinEvidence(text: string, evidence: Evidence): string | null {
  const joined = evidence.kind === 'think' ? text : `${text} [${writeEvidence(evidence)}]`;
  const back = splitEvidence(joined);
  return back.text === text && writeEvidence(back.evidence) === writeEvidence(evidence) ? joined : null;
}
