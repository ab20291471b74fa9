const MOST = 60;

/** Lower-case letters, digits and hyphens from a title; empty when it has no Latin letter or digit. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
}

/** Hands out ids that are not taken: the slug of a title, with a number when somebody has it already. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** `fallback` stands for titles without a Latin letter. */
  take(title: string, fallback: string): string {
    const slug = slugOf(title);
    return this.unique(slug === '' || slug in {} ? fallback : slug);
  }

  /** The id itself, with a number when it is taken. */
  unique(base: string): string {
    let id = base;
    for (let n = 2; this.#taken.has(id); n++) id = `${base.slice(0, 74)}-${n}`;
    this.#taken.add(id);
    return id;
  }
}
