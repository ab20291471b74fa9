import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled, useBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** A stranger's first minutes, on a folder of their own. */
const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const LOG = [
  'Order;Customer;What happened;When;Channel;Rating;Comment',
  ...Array.from({ length: 40 }, (_, i) => [
    `o${i};c${i % 25};Order placed;${String((i % 27) + 1).padStart(2, '0')}.03.2026 09:15;web;;`,
    `o${i};c${i % 25};Parcel delivered;${String((i % 27) + 1).padStart(2, '0')}.03.2026 17:40;field;${i % 5 === 0 ? `2;"Came ${i + 2} days late; nobody told me"` : '5;'}`,
  ]).flat(),
  'o99;c99;Order placed;yesterday;web;;',
  '',
].join('\n');

test('nothing is there: the page says so and offers two ways', async () => {
  const page = await browser.open(server.url);
  await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
  await page.getByRole('button', { name: 'Fill with sample data' }).waitFor();
  await page.getByRole('link', { name: 'Choose a file' }).waitFor();
});

test('an own file: seen, tried on five customers, imported, read as a story', async () => {
  const page = await browser.open(`${server.url}/w/default/data/imports`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
  await page.getByRole('heading', { name: 'What is what' }).waitFor();
  await page.getByText('Five customers, as they would be imported').waitFor();
  await page.getByRole('button', { name: 'Import this file' }).click();
  await page.getByText('80 events stored').first().waitFor();
  await page.getByText('1 row could not be used').first().waitFor();
  const rejects = await page.getByRole('link', { name: /Download these rows/ }).getAttribute('href');
  expect(await (await fetch(new URL(rejects ?? '', server.url))).text()).toContain('yesterday');

  await page.getByRole('link', { name: 'See the paths' }).click();
  await page.getByRole('button', { name: /^Parcel delivered,/ }).waitFor();
  await page.goto(`${server.url}/w/default/home`);
  await page.getByRole('link', { name: 'Read this story' }).first().click();
  await page
    .getByText(/days late; nobody told me/)
    .first()
    .waitFor();
});

test('a file that cannot be read is refused in words, and nothing else is touched', async () => {
  const page = await browser.open(`${server.url}/w/default/data/imports`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await page.getByText(/empty/i).first().waitFor();
  await page.goto(`${server.url}/w/default/home`);
  await settled(page);
  await expect.poll(() => page.locator('main').textContent()).toContain('80');
});

test('the sample fills the page and lands on the story of one customer', async () => {
  const page = await browser.open(`${server.url}/w/default/welcome`);
  await page.getByRole('button', { name: 'Fill with sample data' }).click();
  // The demo world is made: 15 s of one core, and other tests want both.
  await page.getByRole('heading', { level: 1, name: /Hazel Wren/ }).waitFor({ timeout: 150_000 });
}, 180_000);
