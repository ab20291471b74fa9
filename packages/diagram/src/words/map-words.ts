import type { Compared, Evidence, Share } from '@continuo/core';
import { formatCount, formatShare, PLAIN_COUNT_BELOW } from './format.ts';

const NO_BREAK = '\u00a0';

/** Words of the three statuses. */
export const STATUS_WORDS = { good: 'goes well', alert: 'hurts', none: 'not known' } as const;

/** What the comparison of those who did with those who did not came to. */
export const VERDICT_WORDS: Readonly<Record<Compared['verdict'], string>> = {
  better: 'their way is better',
  hurts: 'this hurts',
  'no-difference': 'no difference seen',
  'too-few': 'too few to tell',
};

/** Names of the five facts. */
export const FACT_WORDS = {
  'got-it': 'Got what they came for',
  'as-promised': 'As promised',
  felt: 'How it felt',
  tried: 'Had to try twice or ask',
  steady: 'Steady?',
} as const;

/** Titles of the built-in rows, with what they count. */
export const ROW_WORDS = {
  steps: ['Steps', 'in the customer’s words'],
  customers: ['Customers', ''],
  channels: ['Channels', 'customers in each'],
  voices: ['Voices', ''],
  time: ['Time', 'half take longer / promised'],
  tried: ['Had to try twice', ''],
  know: ['What we know', ''],
  owner: ['Owner', ''],
} as const;

/** "between 57 and 65 of 100"; null for fewer than 30, where the plain count says all there is. */
export function sureWords({ lo, hi, of }: Share): string | null {
  if (of < PLAIN_COUNT_BELOW || !Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  return `between ${Math.round(100 * lo)} and ${Math.round(100 * hi)} of 100`;
}

const OUTCOMES: Readonly<Record<Compared['outcome'], string>> = {
  'as-promised': 'as promised',
  'got-it': 'got what they came for',
  unhappy: 'unhappy',
};

/** "84 of 100 as promised, others 57 of 100"; nothing compared or too few: empty. */
export function comparedWords(compared: Compared | null): string {
  if (compared === null || compared.verdict === 'too-few') return '';
  const { with: those, without, outcome } = compared;
  if (those.of === 0 || without.of === 0) return '';
  const share = (n: number, of: number): string => formatShare(n, of).replaceAll(' ', NO_BREAK);
  return `${share(those.n, those.of)} ${OUTCOMES[outcome]}, others ${share(without.n, without.of)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WHEN = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** A card's evidence as it counts today, in words. */
export interface EvidenceWords {
  readonly evidence: Evidence['kind'];
  readonly words: string;
}

/**
 * What a card rests on. Heard more than twelve months before `asOfMs` fades to "we think", saying when it was heard;
 * a month counts to its end. A date that is none: "we think".
 */
export function evidenceWords(evidence: Evidence, asOfMs: number): EvidenceWords {
  if (evidence.kind === 'measured') return { evidence: 'measured', words: 'we measured' };
  if (evidence.kind === 'think') return { evidence: 'think', words: 'we think' };
  const [, year, month, day] = WHEN.exec(evidence.when) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return { evidence: 'think', words: 'we think' };
  const fades = Date.UTC(Number(year) + 1, day === undefined ? Number(month) : Number(month) - 1, Number(day ?? 0) + 1);
  const thisYear = new Date(asOfMs).getUTCFullYear() === Number(year);
  const when = [...(day === undefined ? [] : [Number(day)]), name, ...(thisYear ? [] : [year])].join(NO_BREAK);
  if (fades <= asOfMs) return { evidence: 'think', words: `we think (heard ${name}${NO_BREAK}${year})` };
  return { evidence: 'heard', words: `we heard (${formatCount(evidence.n)},${NO_BREAK}${when})` };
}
