import type { FlowLink, FlowNode, FlowPlace } from './flow.ts';

const KINDS: Readonly<Record<FlowPlace['kind'], number>> = { start: 0, activity: 1, rest: 2, end: 3 };

/** Text that names a place inside its layer; places are equal when their keys are. */
export function flowPlaceKey(place: FlowPlace): string {
  return place.kind === 'activity' ? `1${place.activity}` : String(KINDS[place.kind]);
}

function comparePlaces(a: FlowPlace, b: FlowPlace): number {
  const left = flowPlaceKey(a);
  const right = flowPlaceKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By layer; inside it the start, the activities by runs (most first, equal ones by name), the rest, the end. */
export function compareFlowNodes(a: FlowNode, b: FlowNode): number {
  return (
    a.layer - b.layer || KINDS[a.place.kind] - KINDS[b.place.kind] || b.runs - a.runs || comparePlaces(a.place, b.place)
  );
}

/** By layer, then by runs, most first; equal ones by their places. */
export function compareFlowLinks(a: FlowLink, b: FlowLink): number {
  return a.layer - b.layer || b.runs - a.runs || comparePlaces(a.from, b.from) || comparePlaces(a.to, b.to);
}
