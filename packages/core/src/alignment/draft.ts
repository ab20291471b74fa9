import type { ProcessTree } from './process-tree.ts';
import { tidy } from './tidy-draft.ts';

/** An automaton being put together: places 0 … ends.length − 1, and edges that are steps, in three lists of equal length. */
export interface Draft {
  readonly start: number;
  /** 1 where it may end. */
  readonly ends: Uint8Array;
  readonly from: readonly number[];
  /** Step numbers. */
  readonly step: readonly number[];
  readonly to: readonly number[];
}

const NOTHING: Draft = { start: 0, ends: Uint8Array.of(1), from: [], step: [], to: [] };

/**
 * The automaton of a tree, from its leaves to its root, without silent edges; null when any part of it has more than `most`
 * places. Every part is made as small as it can be before it goes into a bigger one: children in any order multiply.
 */
export function draftOf(tree: ProcessTree, most: number): Draft | null {
  switch (tree.kind) {
    case 'nothing':
      return NOTHING;
    case 'step':
      return { start: 0, ends: Uint8Array.of(0, 1), from: [0], step: [tree.step], to: [1] };
    case 'repeat': {
      const body = draftOf(tree.body, most);
      const redo = tree.redo === null ? NOTHING : draftOf(tree.redo, most);
      if (body === null || redo === null) return null;
      const pass = joined([redo, body], most);
      const passes = pass === null ? null : again(pass, tree.atMost === null ? null : tree.atMost - 1, most);
      return passes === null ? null : joined([body, passes], most);
    }
    default: {
      const children: Draft[] = [];
      for (const child of tree.children) {
        const draft = draftOf(child, most);
        if (draft === null) return null;
        children.push(draft);
      }
      if (tree.kind === 'sequence') return joined(children, most);
      return tree.kind === 'choice' ? either(children, most) : mixed(children, most);
    }
  }
}

/** Edges that leave a place. */
function leaving(draft: Draft, place: number): { readonly step: number; readonly to: number }[] {
  return draft.from.flatMap((from, edge) =>
    from === place ? [{ step: draft.step[edge] as number, to: draft.to[edge] as number }] : [],
  );
}

/** Collects the places and edges of parts side by side. */
class Builder {
  readonly ends: number[] = [];
  readonly from: number[] = [];
  readonly step: number[] = [];
  readonly to: number[] = [];

  place(mayEnd: boolean): number {
    return this.ends.push(mayEnd ? 1 : 0) - 1;
  }

  edge(from: number, step: number, to: number): void {
    this.from.push(from);
    this.step.push(step);
    this.to.push(to);
  }

  /** Adds all of a part; answers by how much its places have moved. */
  add(part: Draft): number {
    const moved = this.ends.length;
    for (const end of part.ends) this.ends.push(end);
    for (const [edge, from] of part.from.entries()) {
      this.edge(from + moved, part.step[edge] as number, (part.to[edge] as number) + moved);
    }
    return moved;
  }

  draft(start: number): Draft {
    return { start, ends: Uint8Array.from(this.ends), from: this.from, step: this.step, to: this.to };
  }
}

/** One part after the other. From the last: where a part may end, the one behind it may begin. */
function joined(parts: readonly Draft[], most: number): Draft | null {
  let behind: Draft = NOTHING;
  for (const part of parts.toReversed()) {
    if (behind.ends.length === 1 && behind.ends[0] === 1 && behind.from.length === 0) {
      behind = part;
      continue;
    }
    if (part.ends.length + behind.ends.length > most + 1) return null;
    const builder = new Builder();
    builder.add(part);
    const moved = builder.add(behind);
    const first = leaving(behind, behind.start);
    for (const [place, end] of part.ends.entries()) {
      if (end === 0) continue;
      builder.ends[place] = behind.ends[behind.start] as number;
      for (const { step, to } of first) builder.edge(place, step, to + moved);
    }
    behind = tidy(builder.draft(part.start));
  }
  return behind.ends.length > most ? null : behind;
}

function either(parts: readonly Draft[], most: number): Draft | null {
  const builder = new Builder();
  const start = builder.place(parts.some((part) => part.ends[part.start] === 1));
  for (const part of parts) {
    if (builder.ends.length + part.ends.length > most + parts.length + 1) return null;
    const moved = builder.add(part);
    for (const { step, to } of leaving(part, part.start)) builder.edge(start, step, to + moved);
  }
  const draft = tidy(builder.draft(start));
  return draft.ends.length > most ? null : draft;
}

/** Any number of passes, at most `left` (null: no limit). */
function again(pass: Draft, left: number | null, most: number): Draft | null {
  const copies = left ?? 1;
  const first = leaving(pass, pass.start);
  if (copies === 0 || first.length === 0) return NOTHING;
  if (copies * pass.ends.length > 2 * most) return null;
  const builder = new Builder();
  const start = builder.place(true);
  for (const { step, to } of first) builder.edge(start, step, to + 1);
  for (let copy = 0; copy < copies; copy += 1) {
    const moved = builder.add(pass);
    // Where a pass ends the next one may begin: its own copy when there is no limit, else the next, else none.
    const next = left === null ? moved : copy + 1 < copies ? moved + pass.ends.length : null;
    for (const [place, end] of pass.ends.entries()) {
      if (end === 0 || next === null) continue;
      for (const { step, to } of first) builder.edge(place + moved, step, to + next);
    }
  }
  const draft = tidy(builder.draft(start));
  return draft.ends.length > most ? null : draft;
}

/** All parts side by side, in any order: a place is one place of each. */
function mixed(parts: readonly Draft[], most: number): Draft | null {
  let all: Draft = NOTHING;
  for (const part of parts) {
    const width = part.ends.length;
    if (all.ends.length * width > most) return null;
    const builder = new Builder();
    for (const end of all.ends) for (const other of part.ends) builder.place(end === 1 && other === 1);
    for (const [edge, from] of all.from.entries()) {
      const [step, to] = [all.step[edge] as number, all.to[edge] as number];
      for (let other = 0; other < width; other += 1) builder.edge(from * width + other, step, to * width + other);
    }
    for (let place = 0; place < all.ends.length; place += 1) {
      for (const [edge, from] of part.from.entries()) {
        builder.edge(place * width + from, part.step[edge] as number, place * width + (part.to[edge] as number));
      }
    }
    all = builder.draft(all.start * width + part.start);
  }
  return tidy(all);
}
