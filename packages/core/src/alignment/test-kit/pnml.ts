import { type Automaton, automatonFrom, type Edge } from '../automaton.ts';
import type { Numbers } from './tree-notation.ts';

interface Transition {
  /** Null: silent. */
  readonly label: string | null;
  readonly from: number[];
  readonly to: number[];
}

/**
 * Reads a safe workflow net (PNML as pm4py writes it) as an automaton: its reachable markings, with silent transitions
 * walked through. Transitions that carry the `toolspecific` mark of a silent one have no label. Tests only.
 */
export function readNet(text: string, numbers: Numbers): Automaton {
  const places = new Map<string, number>();
  const transitions = new Map<string, Transition>();
  const initial: number[] = [];
  for (const [, id, body] of text.matchAll(/<place id="([^"]*)">(.*?)<\/place>/gs)) {
    const place = places.size;
    places.set(id as string, place);
    if (/<initialMarking>\s*<text>1/.test(body as string)) initial.push(place);
  }
  for (const [, id, body] of text.matchAll(/<transition id="([^"]*)">(.*?)<\/transition>/gs)) {
    const isSilent = /activity="\$invisible\$"/.test(body as string);
    const label = isSilent ? null : unescapeXml(/<text>(.*?)<\/text>/s.exec(body as string)?.[1] ?? '');
    transitions.set(id as string, { label, from: [], to: [] });
  }
  for (const [, source, target] of text.matchAll(/<arc [^>]*source="([^"]*)" target="([^"]*)"/g)) {
    if (places.has(source as string))
      transitions.get(target as string)?.from.push(places.get(source as string) as number);
    else transitions.get(source as string)?.to.push(places.get(target as string) as number);
  }
  const all = [...transitions.values()];
  const isSource = new Set(all.flatMap(({ from }) => from));
  const finals = [...places.values()].filter((place) => !isSource.has(place));
  return markingsOf(initial, finals, all, numbers);
}

function markingsOf(
  initial: readonly number[],
  finals: readonly number[],
  transitions: readonly Transition[],
  numbers: Numbers,
): Automaton {
  const known = new Map<string, number>();
  const markings: ReadonlySet<number>[] = [];
  const place = (marking: ReadonlySet<number>): number => {
    const key = [...marking].sort((a, b) => a - b).join(',');
    let number = known.get(key);
    if (number === undefined) {
      number = markings.length;
      known.set(key, number);
      markings.push(marking);
    }
    return number;
  };
  place(new Set(initial));
  const fired: { readonly label: string | null; readonly to: number }[][] = [];
  for (let at = 0; at < markings.length; at += 1) {
    const marking = markings[at] as ReadonlySet<number>;
    fired[at] = transitions
      .filter(({ from }) => from.every((one) => marking.has(one)))
      .map(({ label, from, to }) => {
        const next = new Set(marking);
        for (const one of from) next.delete(one);
        for (const one of to) next.add(one);
        return { label, to: place(next) };
      });
  }
  const final = known.get([...finals].sort((a, b) => a - b).join(','));
  // Only markings that a visible step leads to become places; silent moves from there are walked at once.
  const numbersOf = new Map([[0, 0]]);
  const queue = [0];
  const edges: Edge[] = [];
  const mayEnd: boolean[] = [];
  for (let from = 0; from < queue.length; from += 1) {
    const silent = new Set([queue[from] as number]);
    mayEnd[from] = false;
    for (const at of silent) {
      if (at === final) mayEnd[from] = true;
      for (const { label, to } of fired[at] as { label: string | null; to: number }[]) {
        if (label === null) {
          silent.add(to);
          continue;
        }
        let number = numbersOf.get(to);
        if (number === undefined) {
          number = queue.length;
          numbersOf.set(to, number);
          queue.push(to);
        }
        edges.push({ from, step: numbers.of(label), to: number });
      }
    }
  }
  return automatonFrom(0, mayEnd, edges);
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
