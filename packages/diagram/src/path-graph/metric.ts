import type { GraphEdge, GraphNode } from '@continuo/core';
import { channelOf } from '../theme/channels.ts';
import { counted, formatCount, formatDuration, formatNumber, formatWait } from '../words/format.ts';

/** Which numbers stand on the graph. */
export type GraphMetric = 'customers' | 'times' | 'time' | 'felt';

/** Short text on a card. Under "felt" null: the card shows the answers themselves. */
export function nodeText(node: GraphNode, metric: GraphMetric): string | null {
  if (metric === 'felt') return null;
  return metric === 'times' ? formatShort(node.events) : formatShort(node.people);
}

/** Short text on a line; null: nothing is known about moves (how it felt belongs to moments). */
export function edgeText(edge: GraphEdge, metric: GraphMetric): string | null {
  if (metric === 'felt') return null;
  if (metric === 'time') return formatDuration(edge.medianMs);
  return formatShort(metric === 'times' ? edge.count : edge.people);
}

/** Exact to four digits, then three significant ones: a card has room for no more. */
function formatShort(count: number): string {
  return count < 10_000 ? formatCount(count) : formatNumber(count);
}

/** What decides how thick a line is. */
export function edgeWeight(edge: GraphEdge, metric: GraphMetric): number {
  return metric === 'times' ? edge.count : edge.people;
}

/** "5 of 12 unhappy", or that nobody answered. */
export function feltWords(node: Pick<GraphNode, 'unhappy' | 'neutral' | 'happy'>): string {
  const answers = node.unhappy + node.neutral + node.happy;
  return answers === 0 ? 'no answers' : `${formatCount(node.unhappy)} of ${formatCount(answers)} unhappy`;
}

/** Everything a card says, for those who cannot see it. */
export function nodeLabel(node: GraphNode): string {
  const parts = [node.activity];
  if (node.channel !== '') parts.push(channelOf(node.channel).name);
  parts.push(counted(node.people, 'customer'), counted(node.events, 'time'));
  if (node.starts > 0) parts.push(`${formatCount(node.starts)} start here`);
  if (node.ends > 0) parts.push(`${formatCount(node.ends)} end here`);
  parts.push(feltWords(node));
  return parts.join(', ');
}

/** Everything a line says. */
export function edgeLabel(edge: GraphEdge): string {
  const where = edge.from === edge.to ? `${edge.from} again` : `${edge.from} to ${edge.to}`;
  const people = counted(edge.people, 'customer');
  return `${where}, ${people}, ${counted(edge.count, 'time')}, ${formatWait(edge.medianMs, edge.p90Ms)}`;
}
