import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, runContinuo } from './command-line.ts';
import { type RunningServer, startServer } from './server.ts';

/** The example map of a real marketplace, checked as anybody's CI would, and its numbers against a plain calculation. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = process.env.CONTINUO_SHARED ?? join(ROOT, '..', 'shared');
const LOG = join(SHARED, 'data', 'commerce', 'olist-sample', 'journey_events_share.csv');
const MAP = join(ROOT, 'examples', 'journeys', 'olist.yaml');
const DAY_MS = 86_400_000;
/** From the example: 60 days of silence end a passage, and ten days are promised. */
const [SILENCE_MS, PROMISED_MS] = [60 * DAY_MS, 10 * DAY_MS];

interface Order {
  /** First time of each event, ms since 1970. */
  readonly at: ReadonlyMap<string, number>;
  readonly firstMs: number;
  readonly lastMs: number;
}

function ordersOf(csv: string): readonly Order[] {
  const orders = new Map<string, [event: string, atMs: number][]>();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [order = '', event = '', time = ''] = line.split(',');
    orders.set(order, [...(orders.get(order) ?? []), [event, Date.parse(`${time.replace(' ', 'T')}Z`)]]);
  }
  return [...orders.values()].map((events) => {
    const times = events.map(([, atMs]) => atMs);
    const at = new Map<string, number>();
    for (const [event, atMs] of events) at.set(event, Math.min(atMs, at.get(event) ?? Number.POSITIVE_INFINITY));
    return { at, firstMs: Math.min(...times), lastMs: Math.max(...times) };
  });
}

/**
 * Aalen-Johansen: at each time, those for whom it happens, times the share of whom nothing has befallen before; who is
 * still waiting is at risk up to then. Textbook form, one time after the other.
 */
function incidence(lived: readonly { readonly ms: number; readonly what: 'it' | 'else' | 'waiting' }[]): number {
  const inOrder = [...lived].sort((a, b) => a.ms - b.ms);
  let [free, found] = [1, 0];
  for (let from = 0, to = 0; from < inOrder.length; from = to) {
    while (inOrder[to]?.ms === inOrder[from]?.ms && to < inOrder.length) to += 1;
    const now = inOrder.slice(from, to);
    const atRisk = inOrder.length - from;
    found += (free * now.filter(({ what }) => what === 'it').length) / atRisk;
    free *= 1 - now.filter(({ what }) => what !== 'waiting').length / atRisk;
  }
  return found;
}

describe.skipIf(!existsSync(LOG))('Olist (needs the shared data)', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'continuo-olist-'));
  let server: RunningServer;
  const continuo = (...args: readonly string[]): Promise<Ended> => runContinuo(server.folder, ...args);
  const check = (...args: readonly string[]): Promise<Ended> =>
    continuo('journey', 'check', ...args, '--folder', server.folder);

  beforeAll(async () => {
    server = await startServer({ timeZone: 'UTC' });
    expect((await continuo('import', LOG)).code).toBe(0);
    const applied = await continuo('journey', 'apply', MAP, '--publish', '--note', 'As designed');
    expect(applied).toMatchObject({ code: 0, err: expect.stringContaining('olist-order: version 1 is published') });
  }, 180_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('the check passes at 0.9, and at 0.99 fails and says by how much', async () => {
    const fine = await check(MAP, '--min-fitness', '0.9');
    expect(fine).toMatchObject({ code: 0, out: expect.stringMatching(/✓ fitness 0\.9\d\d over 5711 journeys/) });
    const short = await check(MAP, '--min-fitness', '0.99');
    expect(short.code).toBe(1);
    expect(short.out).toMatch(/olist\.yaml: ✗ fitness 0\.9\d\d over 5711 journeys; at least 0\.99 is wanted\.\n/);
    expect(short.err).toContain('olist.yaml: not fine.');
  }, 120_000);

  test('a misspelt event fails the check, with its line and what was meant', async () => {
    const file = join(scratch, 'misspelt.yaml');
    writeFileSync(file, readFileSync(MAP, 'utf8').replace('events: handed to carrier', 'events: handed to carier'));
    const { code, out } = await check(file);
    expect(code).toBe(1);
    expect(out).toMatch(/misspelt\.yaml:\d+: .*“handed to carier”.*Did you mean “handed to carrier”\?/);
  }, 120_000);

  test('its numbers are those of a plain calculation', async () => {
    const orders = ordersOf(readFileSync(LOG, 'utf8'));
    const asOfMs = orders.reduce((last, { lastMs }) => Math.max(last, lastMs), 0);
    const withEvent = (event: string): number => orders.filter(({ at }) => at.has(event)).length;

    const scope = JSON.stringify({ unit: 'journey', journey: { key: 'olist-order' } });
    const { code, out } = await continuo('ask', 'journey-map', '--scope', scope, '--json');
    expect(code).toBe(0);
    const { result } = JSON.parse(out);
    expect(result.runs).toBe(orders.length);
    expect(result.gotIt).toMatchObject({ n: withEvent('delivered'), of: orders.length });

    const steps = new Map<string, { people: number; detour: number }>(
      result.steps.map((step: { step: string }) => [step.step, step]),
    );
    for (const [step, event] of [
      ['order', 'purchase'],
      ['approved', 'payment approved'],
      ['shipped', 'handed to carrier'],
      ['delivered', 'delivered'],
    ] as const)
      expect([step, steps.get(step)?.people]).toEqual([step, withEvent(event)]);
    // Who is asked or answers before the parcel comes does so where the map does not have it: those stand apart.
    for (const [step, event] of [
      ['asked', 'review requested'],
      ['reviewed', 'review answered'],
    ] as const) {
      const { people = 0, detour = 0 } = steps.get(step) ?? {};
      expect(people).toBeLessThanOrEqual(withEvent(event));
      expect(people + detour).toBeGreaterThanOrEqual(withEvent(event));
    }

    const delivered = orders.map(({ at, firstMs, lastMs }) => {
      const got = at.get('delivered');
      if (got !== undefined) return { ms: got - firstMs, what: 'it' as const };
      const hasLeft = lastMs + SILENCE_MS < asOfMs;
      return hasLeft
        ? { ms: lastMs + SILENCE_MS - firstMs, what: 'else' as const }
        : { ms: asOfMs - firstMs, what: 'waiting' as const };
    });
    expect(result.gotIt.estimate).toBeCloseTo(incidence(delivered), 9);

    const promised = orders.map(({ at }) => {
      const from = at.get('purchase') ?? Number.NaN;
      const took = (at.get('delivered') ?? Number.POSITIVE_INFINITY) - from;
      if (took <= PROMISED_MS) return { ms: took, what: 'it' as const };
      if (took < Number.POSITIVE_INFINITY || asOfMs - from > PROMISED_MS)
        return { ms: PROMISED_MS + 1, what: 'else' as const };
      return { ms: asOfMs - from, what: 'waiting' as const };
    });
    const inTime = promised.filter(({ what }) => what === 'it').length;
    const [tenDays] = result.promises;
    expect(tenDays).toMatchObject({
      promise: 'ten-days',
      people: withEvent('purchase'),
      kept: { n: inTime, of: orders.length },
      late: promised.filter(({ what }) => what === 'else').length,
    });
    expect(tenDays.kept.estimate).toBeCloseTo(incidence(promised), 9);
  }, 120_000);
});
