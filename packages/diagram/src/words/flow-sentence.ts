import type { Flow, FlowInput, FlowNode } from '@continuo/core';
import { formatShare, listed } from './format.ts';
import type { Sentence } from './sentence.ts';

/** What most customers do right after (and before) the anchor, and how many journeys end there. */
export function flowSentence(flow: Flow, input: FlowInput): Sentence {
  const what = input.anchor === null ? 'journey' : `journey with “${input.anchor}”`;
  if (flow.anchored === 0) return { lead: `No ${what} in this selection.`, rest: '' };
  const biggest = (layer: number): FlowNode | undefined =>
    flow.nodes.filter((n) => n.layer === layer && n.place.kind === 'activity').sort((a, b) => b.runs - a.runs)[0];
  const said = (node: FlowNode | undefined, words: string): string | null =>
    node?.place.kind === 'activity'
      ? `${formatShare(node.runs, flow.anchored)} ${words} “${node.place.activity}”`
      : null;
  const after = said(biggest(1), 'go on to');
  const before = input.anchor === null ? null : said(biggest(-1), 'come from');
  const first = input.anchor === null ? said(biggest(0), 'journeys begin with') : null;
  const ended = flow.nodes.find((node) => node.layer === 1 && node.place.kind === 'end');
  const parts = [first, before, after].filter((part) => part !== null);
  if (ended !== undefined) parts.push(`${formatShare(ended.runs, flow.anchored)} end there`);
  const head = input.anchor === null ? '' : `Of ${what.replace('journey', 'the journeys')}: `;
  const lead =
    parts.length === 0 ? `Nothing happens around “${input.anchor ?? 'the start'}”.` : `${head}${listed(parts)}.`;
  return { lead, rest: input.anchor === null ? '' : 'Only the first time in each journey counts.' };
}
