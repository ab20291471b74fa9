import { readableName } from './readable-name.ts';

const LONGEST = 60;

/** Ids and titles of a draft: readable, unique, the same for the same map. */
export class DraftNames {
  readonly #names: ReadonlyMap<number, string>;
  readonly #taken = new Set<string>();
  readonly #steps = new Map<number, { readonly id: string; readonly title: string; readonly event: string }>();

  constructor(names: ReadonlyMap<number, string>) {
    this.#names = names;
  }

  /** A step without a name is called by its number. */
  step(step: number): { readonly id: string; readonly title: string; readonly event: string } {
    const known = this.#steps.get(step);
    if (known) return known;
    const event = this.#names.get(step) ?? `Step ${step}`;
    const title = readableName(event);
    const named = { id: this.#free(slug(title) || `step-${step}`), title, event };
    this.#steps.set(step, named);
    return named;
  }

  stage(title: string): string {
    return this.#free(`stage-${slug(title)}`.replace(/-$/, ''));
  }

  group(kind: string): string {
    return this.#free(kind);
  }

  promise(from: string, to: string): string {
    return this.#free(`${from.slice(0, LONGEST / 2)}-to-${to.slice(0, LONGEST / 2)}`);
  }

  #free(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#taken.has(id) || id in {}; n++) id = `${wanted}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

/** Lower-case letters a to z, digits and single hyphens; empty when nothing of the text is left. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}
