import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { settled, useBrowser } from './browser.ts';

/** Reading the living map, and flow 3.5: from the map to its gaps to a decision. */
const browser = useBrowser();
const demo = inject('demo');
const KEY = 'month-in-the-sun';
const MAP = `${demo}/w/default/journeys/${KEY}`;
const says = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
/** Row, column and words of what has the focus. */
const focus = (page: Page): Promise<{ row?: string; column?: string; text: string }> =>
  page.evaluate(() => {
    const { dataset, textContent } = document.activeElement as HTMLElement;
    return { ...dataset, text: textContent ?? '' };
  });

async function openMap(search = ''): Promise<Page> {
  const page = await browser.open(`${MAP}${search}`);
  await page.getByRole('grid').waitFor();
  await settled(page);
  return page;
}

test('a map says what customers got, then the worst moment, then how many went as planned', async () => {
  const page = await openMap();
  const text = await says(page);
  expect(text).toMatch(/customers got what they came for, as promised/);
  expect(text.indexOf('got what they came for')).toBeLessThan(text.indexOf('The worst moment'));
  expect(text.indexOf('The worst moment')).toBeLessThan(text.indexOf('went the way we planned'));
  expect(text).toMatch(/7 of 11 steps connected/);
  await expect.poll(() => page.getByRole('list', { name: 'Five facts' }).getByRole('listitem').count()).toBe(5);
});

test('the grid is walked with the keyboard; Enter opens the step, Escape gives the focus back', async () => {
  const page = await openMap();
  await page.locator('[role=grid] [tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focus(page)).toMatchObject({ row: '2', column: '1' });
  await page.keyboard.press('Control+End');
  const last = await focus(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focus(page)).toEqual(last);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => focus(page)).toMatchObject({ row: '0', column: '0' });
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  const here = await focus(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/step=/);
  await page.getByRole('complementary').getByText('Lived', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search.includes('step='));
  await expect.poll(async () => (await focus(page)).column).toBe(here.column);
});

test('the focus is never under the sticky stages or lane names', async () => {
  const page = await openMap();
  await page.locator('[role=grid] [tabindex="0"]').first().focus();
  await page.keyboard.press('Control+End');
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowUp', 'ArrowLeft', 'PageUp', 'ArrowLeft']) {
    await page.keyboard.press(key);
    const hidden = await page.evaluate(() => {
      const cell = document.activeElement?.getBoundingClientRect();
      const grid = document.querySelector('[role=grid]');
      const [head, top] = [grid?.querySelector('[role=rowheader]'), grid?.querySelector('thead')];
      const [left, above] = [head?.getBoundingClientRect().right, top?.getBoundingClientRect().bottom];
      return cell !== undefined && (cell.right <= (left ?? 0) || cell.bottom <= (above ?? 0));
    });
    expect(hidden, key).toBe(false);
  }
});

test('1, 2 and 3 choose the layer, T the table, I the panel; the address keeps all of it', async () => {
  const page = await openMap();
  await page.keyboard.press('1');
  await page.waitForURL(/layer=planned/);
  await page.getByText('As we designed it').waitFor();
  await page.keyboard.press('3');
  await page.waitForURL(/layer=lived/);
  await page.keyboard.press('2');
  await page.waitForURL((url) => !url.search.includes('layer'));
  await page.keyboard.press('t');
  await page.waitForURL(/view=table/);
  await page.getByRole('columnheader', { name: 'Harmed' }).waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('i');
  await page.waitForURL(/step=/);
  const kept = page.url();
  await page.reload();
  await page.getByRole('complementary').waitFor();
  expect(page.url()).toBe(kept);
});

test('a number opens its people, the panel one story of them', async () => {
  const page = await openMap('?step=step:pick-up-bag');
  await page.getByRole('button', { name: /^One story of the/ }).click();
  await page.waitForURL(/\/stories\/j/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('grid').waitFor();
  await page.locator('[data-row="3"][data-column="1"] button').first().click();
  await page.getByRole('dialog', { name: 'The customers behind this number' }).waitFor();
});

test('flow 3.5 with the keyboard: gaps, watch, dismiss with a reason, open again', async () => {
  const page = await openMap();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL(/\/gaps/);
  const rows = page.locator('ol > li');
  await rows.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('w');
  await rows
    .first()
    .getByText(/watched by/)
    .waitFor();
  await page.keyboard.press('j');
  const second = await rows.nth(1).getByRole('button').first().textContent();
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByLabel('Reason').fill('Seen and understood');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('ol').textContent()).not.toContain(second);
  await page.getByRole('radio', { name: 'Decided' }).check();
  await page.getByText(/Seen and understood/).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-gap]').first().focus();
  await page.keyboard.press('r');
  await page.getByText('No gap here').waitFor();
  await page.goto(`${MAP}/gaps`);
  await rows.first().getByRole('button', { name: 'Open again' }).click();
  await rows
    .first()
    .getByText(/watched by/)
    .waitFor({ state: 'detached' });
});

test('flow 3.5 with the mouse: accepting reality shows what would change before anything does', async () => {
  const page = await browser.open(`${MAP}/gaps?kind=not-on-map`);
  await page.getByRole('button', { name: 'Accept reality' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/New step “/).waitFor();
  await dialog.getByText(/It goes into the draft/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const { draft } = (await (await fetch(`${demo}/api/v1/journeys/${KEY}`)).json()) as { draft: { stages: unknown[] } };
  expect(JSON.stringify(draft.stages)).not.toContain('"title":"Phone us"');
});

test('two versions beside each other: both values, a difference only where the numbers allow one', async () => {
  const page = await browser.open(`${MAP}?beside=v1`);
  await page.getByText('Right: Version 1', { exact: false }).waitFor();
  await page.getByRole('grid').waitFor();
  await expect.poll(() => says(page)).toMatch(/no difference seen|too few to tell|of 100 (more|fewer)/);
});

test('presenting: one stage at a time, arrows move, Escape ends', async () => {
  const page = await openMap();
  await page.keyboard.press('p');
  await page.waitForURL(/\/present/);
  await page.locator('[class*=slide] svg').first().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/stage=2/);
  await page.keyboard.press('Escape');
  await page.getByRole('grid').waitFor();
});

test('on a phone the map is a list of steps with the same facts', async () => {
  const page = await browser.open(MAP, { width: 390, height: 844 });
  const stages = page.getByRole('list', { name: 'Stages and steps' });
  await stages.waitFor();
  await expect.poll(() => stages.textContent()).toMatch(/I pick up my bag in Málaga/);
  await stages.getByRole('button', { name: /I pick up my bag/ }).click();
  await page.getByRole('dialog').getByText('Lived', { exact: true }).waitFor();
});

test('a journey that is not there says so', async () => {
  const page = await browser.open(`${demo}/w/default/journeys/nope`);
  await page.getByRole('heading', { name: 'There is no such journey' }).waitFor();
});
