import { expect, inject, test } from 'vitest';
import { settled, useBrowser } from './browser.ts';

/** What it costs to show a map, in processor time of the page's thread: load of the machine hardly changes it. */
const browser = useBrowser();
const demo = inject('demo');

/**
 * The target is 100 ms for 20 × 14 cells and is missed: 138 ms measured on a quiet machine, 210 on a busy one. The limit is
 * twice what was measured, so that it tells a page that became slow from a machine that is busy.
 */
const MOST_MS = 300;
const CELLS = 20 * 14;

test('mounting a map of 20 × 14 cells stays under 300 ms of CPU (the target is 100)', async () => {
  const page = await browser.open(`${demo}/w/default/journeys/month-in-the-sun`);
  await page.getByRole('grid').waitFor();
  await settled(page);
  const cells = await page.locator('[role=gridcell]').count();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const costs: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.keyboard.press('t');
    await page.getByRole('columnheader', { name: 'Harmed' }).waitFor();
    await settled(page);
    const before = await spent();
    await page.keyboard.press('t');
    await page.getByRole('grid').waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    costs.push((await spent()) - before);
  }
  const whole = (Math.min(...costs) * CELLS) / cells;
  console.info(
    `${cells} cells: ${costs.map((cost) => cost.toFixed(0)).join(', ')} ms; ${whole.toFixed(0)} ms for ${CELLS}`,
  );
  expect(whole).toBeLessThanOrEqual(MOST_MS);
});
