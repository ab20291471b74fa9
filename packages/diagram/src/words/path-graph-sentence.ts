import type { PathGraph } from '@continuo/core';
import { counted, formatCount, formatShare, listed } from './format.ts';
import type { Sentence } from './sentence.ts';

/**
 * Where most customers begin, where most journeys end, what is shown of all there is, and what a picture of moves
 * cannot tell. `journeys` is the number of journeys looked at, when it is known.
 */
export function pathGraphSentence(graph: PathGraph, journeys: number | null = graph.view?.runs ?? null): Sentence {
  const { nodes, edges, view } = graph;
  if (nodes.length === 0) return { lead: 'Nothing happened here: no customer, no step.', rest: '' };
  const most = (key: 'starts' | 'ends') =>
    nodes.reduce((best, node) => (node[key] > best[key] ? node : best), nodes[0] as (typeof nodes)[number]);
  const [start, end] = [most('starts'), most('ends')];
  const parts: string[] = [];
  const share = (count: number): string => (journeys === null ? formatCount(count) : formatShare(count, journeys));
  if (start.starts > 0) parts.push(`${share(start.starts)} journeys begin with “${start.activity}”`);
  if (end.ends > 0) parts.push(`${share(end.ends)} end with “${end.activity}”`);
  const lead =
    parts.length === 0 ? `${counted(nodes.length, 'step')} and ${counted(edges.length, 'move')}.` : `${listed(parts)}.`;
  if (view === null) {
    const all = `All ${counted(nodes.length, 'step')} and ${counted(edges.length, 'move')} are shown.`;
    return { lead, rest: parts.length === 0 ? '' : all };
  }
  const shown = `Shown: ${formatCount(view.activities.length)} of ${counted(nodes.length, 'step')}, ${formatCount(view.edges.length)} of ${counted(edges.length, 'move')}.`;
  const whole = `${formatShare(view.explainedRuns, view.runs)} journeys stay wholly inside this picture.`;
  return { lead, rest: `${shown} ${whole} A way through the picture need not be one that somebody took: see Routes.` };
}
