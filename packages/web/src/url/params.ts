/**
 * Reads one parameter of an address, which comes as text or, from inside the app, as it is; undefined: cannot be read. Written
 * out, without zod: the frame needs these before any page can show, and zod would be 26 kB (gzipped) of it.
 */
export type Param<T> = (raw: unknown) => T | undefined;

/** A text of `least` to `most` characters that passes `test`. */
export function text(least: number, most: number, test: (text: string) => boolean = () => true): Param<string> {
  return (raw) => (typeof raw === 'string' && raw.length >= least && raw.length <= most && test(raw) ? raw : undefined);
}

/** One of these words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Param<Word> {
  return (raw) => words.find((word) => word === raw);
}

/** A whole number from `least` to `most`, both included; an empty text is none. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Param<number> {
  return (raw) => {
    if (typeof raw !== 'number' && (typeof raw !== 'string' || raw.trim() === '')) return undefined;
    const number = Number(raw);
    return Number.isSafeInteger(number) && number >= least && number <= most ? number : undefined;
  };
}

/** What the first reads, else what the second reads. */
export function either<A, B>(first: Param<A>, second: Param<B>): Param<A | B> {
  return (raw) => first(raw) ?? second(raw);
}
