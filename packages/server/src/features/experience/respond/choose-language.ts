import { PAGE_LANGUAGES, type PageLanguage } from '@continuo/core';

/**
 * The language to speak: what the address asks for, else the first of the browser's (`Accept-Language`, by weight) that is
 * among ours, else the first of ours. `de-AT` is `de`; a weight of 0 means never.
 */
export function chooseLanguage(
  asked: string,
  accepted: string,
  among: readonly PageLanguage[] = ['en', ...PAGE_LANGUAGES],
): PageLanguage {
  const wanted = accepted
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...rest] = part.split(';');
      const weight = Number(/^\s*q=([0-9.]+)\s*$/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag, weight: Number.isNaN(weight) ? 0 : weight, place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const tag of [asked, ...wanted.map(({ tag }) => tag)]) {
    const primary = tag.trim().toLowerCase().split(/[-_]/)[0];
    const found = among.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return among[0] ?? 'en';
}
