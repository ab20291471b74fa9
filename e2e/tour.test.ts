import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { settled, useBrowser } from './browser.ts';

/** docs/tour.md, minute by minute. */
const browser = useBrowser();
const demo = inject('demo');
const WATCHED = 'attribute:set_out:28 Sep – 25 Oct';
const at = (path: string, search: Record<string, string> = {}): string =>
  `${demo}/w/default${path}${Object.keys(search).length === 0 ? '' : `?${new URLSearchParams(search)}`}`;
const says = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');

async function seen(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

test('minute 1: one customer, her worst moment and what went right again', async () => {
  const page = await browser.open(at('/home'));
  await page.getByRole('link', { name: 'Read this story' }).first().click();
  await page.getByRole('heading', { level: 1, name: /Hazel Wren/ }).waitFor();
  const text = await says(page);
  expect(text).toContain('My medicine is in that bag, and every desk sends me to the next one.');
  expect(text).toContain('A crew member of her flight brings the medicine to the hotel in Fuengirola');
  expect(text).toMatch(/46\sh\s?without her bag/);
});

test('minute 2: how many others?', async () => {
  const page = await browser.open(at('/home'));
  await page.getByRole('link', { name: 'Read this story' }).first().click();
  await seen(page, 'How many others?');
  await expect
    .poll(() => page.locator('body').textContent())
    .toMatch(/171 of 2,010 customers lived “No bag on the belt”/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/paths\/graph\?.*No.bag.on.the.belt/);
});

test('minute 3: the paths of those who set out after the break', async () => {
  const page = await browser.open(at('/paths/graph', { f: WATCHED }));
  await seen(page, '640 customers');
  await page.locator('g[data-stop="step:No bag on the belt"]').click();
  await seen(page, 'They come from');
  await expect.poll(() => says(page)).toMatch(/No bag on the belt.*171/);
});

test('minute 4: the same four weeks earlier: 6, not 171', async () => {
  const page = await browser.open(at('/paths/table', { f: 'attribute:set_out:31 Aug – 27 Sep', which: 'touchpoints' }));
  await seen(page, '600 customers');
  await expect.poll(() => says(page)).toMatch(/No bag on the belt/);
});

test('minute 5: which routes they take, and how many are still unseen', async () => {
  const page = await browser.open(at('/paths/routes', { f: WATCHED }));
  await seen(page, /Of the next 100 journeys/);
  await expect.poll(() => says(page)).toMatch(/\b230\b/);
});

test('minute 6: who gets home, who is lost, who is still there', async () => {
  const steps = 'Find and book|Fly to Madrid|Bag on the belt|Fly home';
  const page = await browser.open(at('/paths/funnel', { f: WATCHED, steps, window: '365d' }));
  await seen(page, /still have time/);
});

test('minute 7: what they do when the bag is not there: they phone, which nobody designed', async () => {
  const page = await browser.open(at('/paths/flow', { f: WATCHED, anchor: 'No bag on the belt', after: '2' }));
  await page
    .getByRole('button', { name: /Phone us/ })
    .first()
    .waitFor();
});

test('minute 8: who comes back, and where they come in again', async () => {
  const page = await browser.open(at('/paths/loop'));
  await seen(page, /come back|came back/);
});

test('minute 9: one customer across all channels', async () => {
  const page = await browser.open(at('/customers', { sort: 'unhappy' }));
  await page
    .getByRole('link', { name: /^[A-Z]\w+ [A-Z]\w+$/ })
    .first()
    .click();
  await page.waitForURL(/\/customers\/\d+/);
  await settled(page);
  await expect.poll(() => page.locator('svg').count()).toBeGreaterThan(0);
});

test('minute 10: take it with you, and bring your own', async () => {
  const page = await browser.open(at('/paths/graph', { f: WATCHED }));
  await settled(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page.goto(at('/data/imports'));
  await seen(page, 'Drop a file here');
});

test('minute 11: planned and lived on one map, where it hurts and what nobody planned', async () => {
  const page = await browser.open(at('/journeys/month-in-the-sun'));
  await seen(page, '177 went wrong');
  await seen(page, 'Drop bag the evening before');
  await expect.poll(() => says(page)).toMatch(/Phone us.*not on our map|not on our map.*Phone us/);
});

test('minute 12: what they say, and that the others are not known', async () => {
  const page = await browser.open(at('/feedback'));
  await seen(page, /answered of 3,669 customers/);
  await seen(page, /How they felt is not known/);
  await page.getByRole('link', { name: 'Customers loved' }).click();
  await seen(page, /The bag went ahead like a good dog/);
});

test('minute 13: somebody answers', async () => {
  const page = await browser.open(at('/callbacks'));
  await seen(page, /past due by/);
  await page.keyboard.press('j');
  await page.waitForURL(/\/callbacks\/\d+/);
  await seen(page, 'Ask once whether it is put right');
});

test('minute 14: the break spoke by itself', async () => {
  const page = await browser.open(at('/alerts'));
  await seen(page, /I pick up my bag in Málaga: went wrong/);
});

test('minute 15: the letter of Monday', async () => {
  const page = await browser.open(at('/letters'));
  await page.getByRole('main').getByRole('link', { name: 'My customers' }).click();
  await seen(page, /decision/i);
});
