import type { Flow, FlowInput, FlowLink, FlowNode, FlowPlace } from '../flow.ts';
import { compareFlowLinks, compareFlowNodes, flowPlaceKey } from '../flow-order.ts';
import type { Run } from '../run.ts';
import { byName, tally } from './tally.ts';

/** What stands in each layer of one run, by layer; nothing when the run does not hold the anchor. */
export function layersOf(run: Run, { anchor, before, after }: FlowInput): Map<number, FlowPlace> {
  const places: FlowPlace[] = run.activities.map((activity) => ({ kind: 'activity', activity }));
  // Ends that the range cut off are not known: nothing stands there.
  const line: FlowPlace[] = [
    ...(run.cutStart ? [] : [{ kind: 'start' } as const]),
    ...places,
    ...(run.cutEnd ? [] : [{ kind: 'end' } as const]),
  ];
  const at = line.findIndex((place) =>
    anchor === null ? place.kind === 'start' : place.kind === 'activity' && place.activity === anchor,
  );
  const layers = new Map<number, FlowPlace>();
  if (at < 0) return layers;
  for (let layer = -before; layer <= after; layer += 1) {
    const place = line[at + layer];
    if (place) layers.set(layer, place);
  }
  return layers;
}

export function flowOf(runs: readonly Run[], input: FlowInput): Flow {
  const laid = runs.map((run) => ({ person: run.person, layers: layersOf(run, input) }));
  const kept = new Map<number, ReadonlySet<string>>();
  for (let layer = -input.before; layer <= input.after; layer += 1) {
    const named = laid.flatMap(({ layers }) => {
      const place = layers.get(layer);
      return place?.kind === 'activity' ? [place.activity] : [];
    });
    const ranked = [...tally(named)].sort(([a, n], [b, m]) => m - n || byName(a, b));
    kept.set(layer, new Set(ranked.slice(0, input.top).map(([activity]) => activity)));
  }
  const shown = (layer: number, place: FlowPlace): FlowPlace =>
    place.kind === 'activity' && !kept.get(layer)?.has(place.activity) ? { kind: 'rest' } : place;

  const nodes = new Map<string, { node: FlowNode; people: Set<bigint>; rest: Set<string> }>();
  const links = new Map<string, { link: FlowLink; people: Set<bigint> }>();
  for (const { person, layers } of laid) {
    for (const [layer, whole] of layers) {
      const place = shown(layer, whole);
      const key = `${layer} ${flowPlaceKey(place)}`;
      const known = nodes.get(key) ?? {
        node: { layer, place, runs: 0, people: 0, restActivities: 0 },
        people: new Set<bigint>(),
        rest: new Set<string>(),
      };
      if (place.kind === 'rest' && whole.kind === 'activity') known.rest.add(whole.activity);
      known.people.add(person);
      nodes.set(key, { ...known, node: { ...known.node, runs: known.node.runs + 1 } });
      const next = layers.get(layer + 1);
      if (!next) continue;
      const to = shown(layer + 1, next);
      const linkKey = JSON.stringify([layer, flowPlaceKey(place), flowPlaceKey(to)]);
      const linked = links.get(linkKey) ?? {
        link: { layer, from: place, to, runs: 0, people: 0 },
        people: new Set<bigint>(),
      };
      linked.people.add(person);
      links.set(linkKey, { ...linked, link: { ...linked.link, runs: linked.link.runs + 1 } });
    }
  }
  return {
    nodes: [...nodes.values()]
      .map(({ node, people, rest }) => ({ ...node, people: people.size, restActivities: rest.size }))
      .sort(compareFlowNodes),
    links: [...links.values()].map(({ link, people }) => ({ ...link, people: people.size })).sort(compareFlowLinks),
    anchored: laid.filter(({ layers }) => layers.size > 0).length,
  };
}
