import type { JourneyContract } from '@continuo/core';
import { checkEvents } from './events.ts';
import type { Finding } from './finding.ts';
import { checkedOf, type Known } from './known.ts';
import { checkLinks } from './links.ts';
import { checkOverlaps } from './overlaps.ts';
import { checkStructure } from './structure.ts';

const ORDER = ['error', 'warning', 'note'] as const;

/**
 * What is wrong with what a map says, errors first, in file order within. Parents, links and touchpoints are checked when the known
 * ones are given, events when the seen ones are; an empty map gives one error.
 */
export function checkContract(contract: JourneyContract, known: Known = {}): readonly Finding[] {
  const checked = checkedOf(contract, known);
  const found = [
    ...checkStructure(checked),
    ...checkLinks(checked),
    ...checkOverlaps(checked),
    ...checkEvents(checked),
  ];
  return found
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity) || a.i - b.i)
    .map(({ finding }) => finding);
}
