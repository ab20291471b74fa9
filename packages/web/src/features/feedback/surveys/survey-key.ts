import { slugOf } from '@continuo/journeyfile';

/** A key of its own for a new survey, made from its title; `survey` for titles without a Latin letter. */
export function surveyKey(title: string, taken: readonly string[]): string {
  const base = slugOf(title.slice(0, 50)).slice(0, 50).replace(/-+$/, '') || 'survey';
  let key = base;
  for (let n = 2; taken.includes(key); n += 1) key = `${base}-${n}`;
  return key;
}
