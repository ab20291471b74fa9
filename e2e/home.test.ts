import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, isClean, useBrowser } from './browser.ts';
import { useOwnDemo } from './own-demo.ts';

/** Home, the Monday letter and the card of a team, on a desk and on a phone. */
const browser = useBrowser();
const DESK = { width: 1440, height: 960 } as const;
const PHONE = { width: 390, height: 844 } as const;

const { at } = useOwnDemo();

const says = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');

/** Home when everything on it is counted. */
async function home(size: typeof DESK | typeof PHONE): Promise<Page> {
  const page = await browser.open(at('/home'), size);
  await page.getByRole('heading', { name: 'The five journeys that need it most' }).waitFor();
  await page.getByText('still being counted').waitFor({ state: 'detached', timeout: 60_000 });
  return page;
}

test('Home says what waits, what changed, what was loved, and which journeys need it most', async () => {
  const page = await home(DESK);
  const text = await says(page);
  expect(text).toMatch(/Call-backs: 8 are yours, 2 past due/);
  expect(text).toMatch(/“I pick up my bag in Málaga” went wrong for 1\d\d customers, more often since Thu 1 Oct/);
  expect(text).toContain('Owner: Baggage');
  expect(text).toMatch(/Customers loved ?“/);
  expect(text).toContain('My medicine is in that bag');
  expect(text).toMatch(/All 5 are under Journeys/);
  const rows = page.getByRole('region', { name: 'Journeys with their five facts' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(6);
  await expect.poll(() => rows.nth(1).getByRole('cell').count()).toBe(6);
  await isClean(page);
  await expect.poll(() => page.getByText('First steps', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
});

test('a number of Home opens the same customers as it counts', async () => {
  const page = await home(DESK);
  const see = page.getByRole('button', { name: /^See the \d+/ }).first();
  const n = /\d+/.exec((await see.textContent()) ?? '')?.[0];
  await see.click();
  await page
    .getByRole('dialog')
    .getByText(new RegExp(`\\b${n}\\b`))
    .first()
    .waitFor();
});

test('on a phone it reads journey by journey', async () => {
  const page = await home(PHONE);
  await expect.poll(() => page.getByRole('region', { name: 'Journeys with their five facts' }).count()).toBe(0);
  await expect.poll(() => page.locator('dt').getByText('Had to try twice or ask').count()).toBe(5);
  await isClean(page);
});

test('the letter tells all it should, and names nobody', async () => {
  const page = await browser.open(at('/letters/2026-10-26'), DESK);
  await page.getByRole('heading', { name: 'One decision wanted' }).waitFor();
  const text = await says(page);
  for (const heading of ['One story', 'Got worse', 'Got better', 'Customers loved', 'Call-backs late'])
    expect(text).toContain(heading);
  expect(text).not.toMatch(/Hazel|Wren|Shrike/);
  const worse = page.getByRole('link', { name: /^See it among the gaps\W+Got worse/ });
  await expect.poll(() => worse.getAttribute('href')).toContain('?gap=broken:pick-up-bag');
});

test('the card of a team fits a phone, and its picture asks colleagues without a name', async () => {
  const page = await browser.open(at('/letters/card/Baggage'), PHONE);
  await page.getByText('I pick up my bag in Málaga', { exact: true }).waitFor();
  await isClean(page);
  await page.getByRole('link', { name: 'Open the question' }).click();
  await page.getByLabel('What stops you from doing this well?').fill('Sixty minutes are not enough to move a bag.');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  await page.goto(at('/letters/card/Baggage'));
  await page.getByText('shown when at least 11 have answered').waitFor();
  await expect.poll(() => says(page)).not.toContain('Sixty minutes');
});
