import type { GraphNode } from '@continuo/core';
import { formatShare, type NodeMark } from '@continuo/diagram';
import { PATHS_WORDS } from '../../../words/paths.ts';

/** Fewer answers than this say nothing about a touchpoint. */
const ENOUGH = 5;

/** ▲ where more than half of at least five answers are unhappy, ✓ where more than half are happy; nothing elsewhere. */
export function feltMarks(nodes: readonly GraphNode[]): Readonly<Record<string, NodeMark>> {
  const marks: Record<string, NodeMark> = {};
  for (const { activity, unhappy, neutral, happy } of nodes) {
    const answered = unhappy + neutral + happy;
    if (answered < ENOUGH) continue;
    if (unhappy * 2 > answered) {
      marks[activity] = { glyph: 'alert', words: PATHS_WORDS.marks.unhappy(formatShare(unhappy, answered)) };
    } else if (happy * 2 > answered) {
      marks[activity] = { glyph: 'good', words: PATHS_WORDS.marks.happy(formatShare(happy, answered)) };
    }
  }
  return marks;
}
