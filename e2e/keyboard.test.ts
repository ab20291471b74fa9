import { expect, inject, test } from 'vitest';
import { settled, useBrowser } from './browser.ts';

/** Everything without a mouse. */
const browser = useBrowser();
const demo = inject('demo');

test('letters go places, the palette finds commands, ? shows the keys', async () => {
  const page = await browser.open(`${demo}/w/default/home`);
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL(/\/paths\/graph/);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('customers');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/customers/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText('Keyboard shortcuts').waitFor();
});

test('a story is walked with the arrow keys and closed with Escape', async () => {
  const page = await browser.open(`${demo}/w/default/home`);
  await page.getByRole('link', { name: 'Read this story' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Hazel Wren' }).waitFor();
  const first = page.url();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.href !== first && url.pathname.includes('/stories/'));
  await page.getByRole('heading', { level: 1, name: 'Hazel Wren' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: / / }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(first);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.pathname.includes('/stories/'));
});

test('the graph is walked with arrows; Enter selects and the address keeps it', async () => {
  const page = await browser.open(`${demo}/w/default/paths/graph`);
  await settled(page);
  const stop = page.locator('svg [data-stop][tabindex="0"]').first();
  await stop.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sel=/);
  const chosen = page.url();
  await page.reload();
  await page.getByText('They come from').waitFor();
  expect(page.url()).toBe(chosen);
});

test('a broken link opens with a notice, not with a crash', async () => {
  const page = await browser.open(`${demo}/w/default/paths/graph?act=lots&unit=nonsense`);
  await page.getByText(/partly unreadable/).waitFor();
});

test('the way back is the way one came', async () => {
  const page = await browser.open(`${demo}/w/default/paths/graph`);
  await settled(page);
  await page.getByRole('link', { name: 'Routes', exact: true }).click();
  await page.waitForURL(/\/routes/);
  await page.goBack();
  await page.waitForURL(/\/graph/);
});
