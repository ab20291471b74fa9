/** One normal component; `weight` is its share. */
export interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
}

/** A value and how often it occurs. */
export interface Weighed {
  readonly value: number;
  readonly times: number;
}

export interface MixtureFit {
  /** By mean, ascending. */
  readonly components: readonly [Component, Component];
  /** BIC of one component less BIC of two; above 10 two are clearly better. */
  readonly gain: number;
}

const ROUNDS = 500;
/** No component may become narrower: a spike of equal values would otherwise have endless likelihood. */
const NARROWEST = 0.02;

function density({ mean, deviation }: Component, value: number): number {
  const z = (value - mean) / deviation;
  return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
}

function fitOne(values: readonly Weighed[], share: (at: number) => number, total: number): Component {
  let weight = 0;
  let sum = 0;
  for (const [at, { value, times }] of values.entries()) {
    const part = times * share(at);
    weight += part;
    sum += part * value;
  }
  const mean = sum / weight;
  let squares = 0;
  for (const [at, { value, times }] of values.entries()) squares += times * share(at) * (value - mean) ** 2;
  return { weight: weight / total, mean, deviation: Math.max(NARROWEST, Math.sqrt(squares / weight)) };
}

function logLikelihood(values: readonly Weighed[], components: readonly Component[]): number {
  return values.reduce((sum, { value, times }) => {
    const likely = components.reduce((all, component) => all + component.weight * density(component, value), 0);
    return sum + times * Math.log(Math.max(likely, Number.MIN_VALUE));
  }, 0);
}

/**
 * Two normal components by expectation-maximisation, begun at the halves below and above the mean; the same
 * values give the same fit. Null with fewer than two different values.
 * Sources: Dempster, Laird & Rubin, JRSS B 39 (1977) 1–38; Schwarz, The Annals of Statistics 6 (1978) 461–464.
 */
export function fitTwo(values: readonly Weighed[]): MixtureFit | null {
  const total = values.reduce((sum, { times }) => sum + times, 0);
  if (new Set(values.map(({ value }) => value)).size < 2) return null;
  const one = fitOne(values, () => 1, total);
  let low = fitOne(values, (at) => ((values[at] as Weighed).value <= one.mean ? 1 : 0), total);
  let high = fitOne(values, (at) => ((values[at] as Weighed).value <= one.mean ? 0 : 1), total);
  let reached = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = values.map(({ value }) => {
      const below = low.weight * density(low, value);
      const above = high.weight * density(high, value);
      return below + above === 0 ? 0.5 : below / (below + above);
    });
    low = fitOne(values, (at) => shares[at] as number, total);
    high = fitOne(values, (at) => 1 - (shares[at] as number), total);
    const now = logLikelihood(values, [low, high]);
    if (now - reached < 1e-9 * Math.abs(now)) break;
    reached = now;
  }
  const [first, second] = low.mean <= high.mean ? [low, high] : [high, low];
  const bic = (parameters: number, components: readonly Component[]): number =>
    parameters * Math.log(total) - 2 * logLikelihood(values, components);
  return { components: [first, second], gain: bic(2, [one]) - bic(5, [first, second]) };
}

/** log(weight × density) but for a constant; no underflow far from the mean. */
function logWeight({ weight, mean, deviation }: Component, value: number): number {
  return Math.log(weight / deviation) - 0.5 * ((value - mean) / deviation) ** 2;
}

/** Where both components are equally likely, between their means; null when they do not meet there. */
export function equalPosterior([low, high]: readonly [Component, Component]): number | null {
  const lead = (value: number): number => logWeight(low, value) - logWeight(high, value);
  let from = low.mean;
  let to = high.mean;
  if (!(lead(from) > 0 && lead(to) < 0)) return null;
  for (let round = 0; round < 100; round += 1) {
    const middle = (from + to) / 2;
    if (lead(middle) > 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/**
 * Whether the values themselves thin out between the components: within 0.15 of `between` there are at most half as many
 * as within 0.15 of either mean. A plain block of values, cut in two by the fit, has no such valley.
 */
export function hasValley(
  values: readonly Weighed[],
  [low, high]: readonly [Component, Component],
  between: number,
): boolean {
  const near = (at: number): number =>
    values.reduce((sum, { value, times }) => sum + (Math.abs(value - at) <= 0.15 ? times : 0), 0);
  return 2 * near(between) <= Math.min(near(low.mean), near(high.mean));
}
