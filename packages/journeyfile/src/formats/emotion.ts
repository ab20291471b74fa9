const WORDS: readonly (readonly [value: number, words: string])[] = [
  [-2, 'very negative|very unhappy|angry|furious|frustrated|😡|😠|😭|--'],
  [-1, 'negative|unhappy|sad|annoyed|anxious|worried|disappointed|confused|☹️|☹|🙁|😟|😕|-'],
  [0, 'neutral|calm|ok|okay|😐|o'],
  [1, 'positive|happy|satisfied|content|relieved|hopeful|🙂|😊|+'],
  [2, 'very positive|very happy|delighted|excited|thrilled|😀|😃|😄|🤩|😍|++'],
];
const VALUES = new Map(WORDS.flatMap(([value, words]) => words.split('|').map((word) => [word, value] as const)));

/**
 * Emotions of one row on our scale of −2 … +2: numbers by the range in which all of them lie (−2…2, 1…5, −5…5, 1…10, 0…100), known
 * words and faces by the list above. Empty cells stay null. Null: some cell is neither, so the row is not a scale.
 */
export function emotionsOf(cells: readonly string[]): readonly (number | null)[] | null {
  const said = cells.map((cell) => cell.trim().replace('−', '-'));
  const numbers = said.map((cell) => (/^[+-]?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : null));
  const found = numbers.filter((number) => number !== null);
  const scale = scaleOf(found);
  const values = said.map((cell, i) => {
    const number = numbers[i] ?? null;
    if (cell === '') return null;
    return number === null ? VALUES.get(cell.toLowerCase()) : scale?.(number);
  });
  return values.includes(undefined) ? null : (values as (number | null)[]);
}

function scaleOf(numbers: readonly number[]): ((number: number) => number) | null {
  const [lo, hi] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const whole = (number: number): number => Math.max(-2, Math.min(2, Math.round(number))) + 0;
  if (lo >= -2 && hi <= 2) return whole;
  if (lo < 0) return lo >= -5 && hi <= 5 ? (number) => whole((number * 2) / 5) : null;
  if (hi <= 5) return (number) => whole(number - 3);
  if (hi <= 10) return (number) => whole((number - 5.5) / 2.25);
  return hi <= 100 ? (number) => whole((number - 50) / 25) : null;
}
