import type { ProcessTree } from '../process-tree.ts';

/** Gives names numbers from 1 in the order in which they are first asked for. */
export class Numbers {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(name, number);
    }
    return number;
  }
}

/**
 * Reads a tree as pm4py writes it: `->` sequence, `X` choice, `+` any order, `*` repeat (body, redo), `tau`, names in
 * quotes or bare (letters, digits). Tests only.
 */
export function readTree(text: string, numbers: Numbers): ProcessTree {
  const tokens = text.match(/->|[*+(),]|'[^']*'|[\p{L}\d]+/gu) ?? [];
  let at = 0;
  const children = (): ProcessTree[] => {
    const found: ProcessTree[] = [];
    do {
      at += 1;
      found.push(node());
    } while (tokens[at] === ',');
    at += 1;
    return found;
  };
  const node = (): ProcessTree => {
    const token = tokens[at] as string;
    at += 1;
    if (tokens[at] !== '(') {
      if (token === 'tau') return { kind: 'nothing' };
      return { kind: 'step', step: numbers.of(token.replaceAll("'", '')) };
    }
    if (token === '->') return { kind: 'sequence', children: children() };
    if (token === 'X') return { kind: 'choice', children: children() };
    if (token === '+') return { kind: 'any-order', children: children() };
    if (token !== '*') throw new Error(`${token} is no operator`);
    const [body, redo] = children() as [ProcessTree, ProcessTree];
    return { kind: 'repeat', body, redo: redo.kind === 'nothing' ? null : redo, atMost: null };
  };
  return node();
}
