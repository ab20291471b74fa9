import { slugOf } from '@continuo/journeyfile';

/** Leaves room for a number: keys have at most 60 characters. */
const MOST = 55;

/** Key of a new touchpoint from its title, with a number when it is taken; `touchpoint` for titles without a Latin letter. */
export function keyOf(title: string, taken: readonly string[]): string {
  const base = slugOf(title.slice(0, MOST)).slice(0, MOST).replace(/-+$/, '') || 'touchpoint';
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = `${base}-${n}`;
  return key;
}
