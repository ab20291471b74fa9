import type { Random } from '../random.ts';
import { deal } from './deal.ts';
import type { Brand } from './trip.ts';
import { TRUTHS } from './truths.ts';

/**
 * Minutes it takes to change a booking and whether that worked, dealt so that both brands have the same mean: Northern Maple close around it,
 * Maple Sun anywhere from its least to its most.
 */
export function changeTimes(random: Random): (brand: Brand) => { readonly minutes: number; readonly isDone: boolean } {
  const { perBrand, done, mean, northernMapleDeviation, mapleSunMin, mapleSunMax } = TRUTHS.change;
  const narrow = Array.from({ length: perBrand }, () => Math.round(mean + northernMapleDeviation * random.normal()));
  const wild = Array.from({ length: perBrand }, (_, i) => {
    if (i === 0) return mapleSunMin;
    if (i === 1) return mapleSunMax;
    return Math.round(Math.min(mapleSunMax, Math.max(mapleSunMin, random.logNormal(24, 1.05))));
  });
  const outcomes = deal(random, perBrand * 2, [[done, true]], false);
  const decks: Record<Brand, number[]> = {
    'Northern Maple': random.shuffle(level(narrow, mean, 15, 75)),
    'Maple Sun': random.shuffle(level(wild, mean, mapleSunMin, mapleSunMax)),
  };
  return (brand) => {
    const minutes = decks[brand].pop();
    if (minutes === undefined) throw new Error(`more changes than the ${perBrand} planted for ${brand}`);
    return { minutes, isDone: outcomes.pop() as boolean };
  };
}

/** Moves values minute by minute, within bounds, until their sum is that of the mean. */
function level(values: readonly number[], mean: number, least: number, most: number): number[] {
  const list = [...values];
  let owed = mean * list.length - list.reduce((sum, value) => sum + value, 0);
  for (let i = 0; owed !== 0; i = (i + 1) % list.length) {
    const value = list[i] as number;
    const step = Math.sign(owed);
    if (value <= least || value >= most) continue;
    list[i] = value + step;
    owed -= step;
  }
  return list;
}
