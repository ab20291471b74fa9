import type { ProcessTree } from './process-tree.ts';

/**
 * What is left of a map, as one of five forms; children are places of other rests. `again` is zero or more passes of its
 * child, at most `left` of them (null: no limit). A repeat of the tree is its body followed by `again` of redo and body.
 */
export type Rest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'sequence' | 'choice' | 'any-order'; readonly children: readonly number[] }
  | { readonly kind: 'again'; readonly body: number; readonly left: number | null };

/** A step that may come next, and what is left after it. */
export interface Next {
  readonly step: number;
  readonly rest: number;
}

/** Place of the rest in which nothing is left. */
export const NOTHING_LEFT = 0;

/**
 * Everything that can be left of a map while it is walked. Two walks after which the same may follow lead to the same
 * place where the form shows it (children of any-order and choice are sorted), so walks become a small automaton without
 * silent moves: partial derivatives of the tree. Source: Antimirov, Theoretical Computer Science 155 (1996) 291–319.
 */
export class Rests {
  readonly #rests: Rest[] = [{ kind: 'nothing' }];
  readonly #places = new Map<string, number>();
  readonly #mayEnd: boolean[] = [true];
  readonly #next: (readonly Next[] | undefined)[] = [[]];

  get count(): number {
    return this.#rests.length;
  }

  at(place: number): Rest {
    return this.#rests[place] as Rest;
  }

  /** Whether no further step is needed. */
  mayEnd(place: number): boolean {
    return this.#mayEnd[place] as boolean;
  }

  /** Place of the whole tree. */
  ofTree(tree: ProcessTree): number {
    switch (tree.kind) {
      case 'nothing':
        return NOTHING_LEFT;
      case 'step':
        return this.#place(`s${tree.step}`, { kind: 'step', step: tree.step }, false);
      case 'sequence':
        return this.sequence(tree.children.map((child) => this.ofTree(child)));
      case 'choice':
        return this.#choice(tree.children.map((child) => this.ofTree(child)));
      case 'any-order':
        return this.#anyOrder(tree.children.map((child) => this.ofTree(child)));
      case 'repeat': {
        const body = this.ofTree(tree.body);
        const pass = tree.redo === null ? body : this.sequence([this.ofTree(tree.redo), body]);
        return this.sequence([body, this.#again(pass, tree.atMost === null ? null : tree.atMost - 1)]);
      }
    }
  }

  /** Steps that may come next, each with what is left after it: by step, then by place, each pair once. */
  next(place: number): readonly Next[] {
    const known = this.#next[place];
    if (known !== undefined) return known;
    const found = new Map<number, Next>();
    for (const one of this.#derive(this.at(place))) found.set(one.step * 0x1_0000_0000 + one.rest, one);
    const sorted = [...found.values()].sort((a, b) => a.step - b.step || a.rest - b.rest);
    this.#next[place] = sorted;
    return sorted;
  }

  #derive(rest: Rest): Next[] {
    switch (rest.kind) {
      case 'nothing':
        return [];
      case 'step':
        return [{ step: rest.step, rest: NOTHING_LEFT }];
      case 'choice':
        return rest.children.flatMap((child) => this.next(child));
      case 'again': {
        const after = this.#again(rest.body, rest.left === null ? null : rest.left - 1);
        return this.next(rest.body).map((one) => ({ step: one.step, rest: this.sequence([one.rest, after]) }));
      }
      case 'sequence': {
        const found: Next[] = [];
        for (const [index, child] of rest.children.entries()) {
          const after = rest.children.slice(index + 1);
          for (const one of this.next(child)) {
            found.push({ step: one.step, rest: this.sequence([one.rest, ...after]) });
          }
          if (!this.mayEnd(child)) break;
        }
        return found;
      }
      case 'any-order':
        return rest.children.flatMap((child, index) =>
          this.next(child).map((one) => ({
            step: one.step,
            rest: this.#anyOrder(rest.children.with(index, one.rest)),
          })),
        );
    }
  }

  /** Place of these rests, one after the other. */
  sequence(places: readonly number[]): number {
    const children = places.flatMap((place) => {
      const rest = this.at(place);
      if (rest.kind === 'nothing') return [];
      return rest.kind === 'sequence' ? rest.children : [place];
    });
    if (children.length < 2) return children[0] ?? NOTHING_LEFT;
    return this.#place(
      `>${children.join(',')}`,
      { kind: 'sequence', children },
      children.every((child) => this.mayEnd(child)),
    );
  }

  #choice(places: readonly number[]): number {
    const flat = places.flatMap((place) => {
      const rest = this.at(place);
      return rest.kind === 'choice' ? rest.children : [place];
    });
    const children = [...new Set(flat)].sort((a, b) => a - b);
    if (children.length < 2) return children[0] as number;
    return this.#place(
      `|${children.join(',')}`,
      { kind: 'choice', children },
      children.some((child) => this.mayEnd(child)),
    );
  }

  #anyOrder(places: readonly number[]): number {
    const children = places
      .flatMap((place) => {
        const rest = this.at(place);
        if (rest.kind === 'nothing') return [];
        return rest.kind === 'any-order' ? rest.children : [place];
      })
      .sort((a, b) => a - b);
    if (children.length < 2) return children[0] ?? NOTHING_LEFT;
    return this.#place(
      `+${children.join(',')}`,
      { kind: 'any-order', children },
      children.every((child) => this.mayEnd(child)),
    );
  }

  #again(body: number, left: number | null): number {
    const rest = this.at(body);
    if (left === 0 || rest.kind === 'nothing') return NOTHING_LEFT;
    // Any number of passes of any number of passes is any number of passes.
    if (rest.kind === 'again' && rest.left === null) return body;
    return this.#place(`*${body},${left ?? ''}`, { kind: 'again', body, left }, true);
  }

  #place(key: string, rest: Rest, mayEnd: boolean): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#rests.length;
    this.#rests.push(rest);
    this.#mayEnd.push(mayEnd);
    this.#places.set(key, place);
    return place;
  }
}
