import type { Variants } from '@continuo/core';
import { counted, formatCount, formatShare } from './format.ts';
import type { Sentence } from './sentence.ts';

/** How many routes hold how many journeys, and how likely the next customer takes one nobody took before. */
export function routesSentence(variants: Variants, runs: number): Sentence {
  const first = variants.variants[0];
  if (first === undefined) return { lead: 'No journey, so no route.', rest: '' };
  const most = `${formatShare(first.runs, runs)} journeys take the most frequent of ${counted(variants.total, 'route')}.`;
  const wide = variants.coverage.find((entry) => entry.share >= 0.8);
  const parts: string[] = [];
  if (wide !== undefined) {
    const hold = wide.variants === 1 ? 'route holds' : 'routes hold';
    parts.push(`${formatCount(wide.variants)} ${hold} ${Math.round(100 * wide.share)} of 100 journeys.`);
  }
  if (variants.once > 0) parts.push(`${counted(variants.once, 'route was', 'routes were')} taken only once.`);
  if (variants.unseen !== null) {
    const [lo, hi] = [variants.unseen.lo, variants.unseen.hi].map((share) =>
      Math.round(100 * Math.min(1, Math.max(0, share))),
    );
    const of = lo === hi ? `about ${lo}` : `between ${lo} and ${hi}`;
    parts.push(`Of the next 100 journeys, ${of} will go a way not seen yet.`);
  }
  return { lead: most, rest: parts.join(' ') };
}
