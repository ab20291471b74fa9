import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isClean, settled, useBrowser } from './browser.ts';
import { choose, pick, press, pressOn, tabTo, typeInto } from './by-keys.ts';
import { type RunningServer, startServer } from './server.ts';
import { ANSWERS, BROKEN, MAP, makeShop } from './small-shop.ts';

/** The whole loop, by keys alone: answers come in, land on the map and in a story, somebody is called back, says it is put right, and the letter tells. */
const SAID = 'She waits for a lamp that gives light.';
const DONE = 'A new lamp is on its way';
const STILL = 'Nothing has come.';
const SHINES = 'It gives light.';

describe.each([
  ['at a desk', 1440, 900],
  ['on a phone', 390, 844],
] as const)('%s', (_, width, height) => {
  const isWide = width > 1000;
  const browser = useBrowser();
  let server: RunningServer;
  /** Where the walk goes on. */
  let story = '';
  let callback = '';
  let link = '';
  beforeAll(async () => {
    server = await startServer();
    await makeShop(server.url);
  });
  afterAll(() => server?.stop());

  const open = (path: string): Promise<Page> => browser.open(new URL(path, server.url).href, { width, height });
  const go = async (page: Page, letter: string): Promise<void> => {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
  };
  const tab = (page: Page, name: RegExp): Locator =>
    page.getByRole('navigation', { name: 'Call-backs' }).getByRole('link', { name });

  test('a rule is switched on: low scores open call-backs', async () => {
    const page = await open('/w/default/home');
    await settled(page);
    await go(page, 'b');
    await page.getByText('No rule opens call-backs yet').waitFor();
    await isClean(page);
    await press(page, 'See the rules', 'link');
    const low = page.getByRole('checkbox', { name: /A low score/ });
    await tabTo(page, low);
    await page.keyboard.press('Space');
    await expect.poll(() => low.isChecked()).toBe(true);
    await isClean(page);
  });

  test('answers come in from a file; what cannot be used is told', async () => {
    const page = await open('/w/default/home');
    await settled(page);
    await go(page, 'd');
    await page.getByText('42 events stored').waitFor();
    await isClean(page);
    const chosen = page.waitForEvent('filechooser');
    await pressOn(page, page.locator('input[type=file]'));
    const chooser = await chosen;
    await chooser.setFiles({ name: ANSWERS.file, mimeType: 'text/csv', buffer: Buffer.from(ANSWERS.text) });
    await page.getByRole('heading', { name: 'What is what' }).waitFor();
    await choose(page, page.getByLabel('Case: what it belongs to'), 'Order');
    await expect.poll(() => page.getByLabel('Scale of the score').inputValue()).toBe('0-10');
    await isClean(page);
    await press(page, 'Import this file');
    await page.getByText(`${ANSWERS.all} events stored, 1 row could not be used`).waitFor();
    await isClean(page);
    const [rows] = await Promise.all([page.waitForEvent('download'), press(page, /^Download these rows/, 'link')]);
    expect(readFileSync(await rows.path(), 'utf8')).toContain('yesterday');
    await press(page, 'See what customers said', 'link');
    await page.getByRole('heading', { name: 'How it felt' }).waitFor();
    await choose(page, page.getByLabel('Where'), MAP.title);
    await page.getByText(`${ANSWERS.all} answered of 20 customers`).waitFor();
    await page.getByRole('row', { name: new RegExp(`^It arrives.*${ANSWERS.all} of ${ANSWERS.of}$`) }).waitFor();
    await page.getByText(BROKEN).waitFor();
    await isClean(page);
  });

  test('they stand on the step of the map, and behind one of them stands a story', async () => {
    const page = await open('/w/default/feedback');
    await settled(page);
    await go(page, 'j');
    await pressOn(page, page.locator('main').getByRole('link', { name: MAP.title }).first());
    await page.getByText(`${ANSWERS.all} of 20 answered`).filter({ visible: true }).first().waitFor();
    await isClean(page);
    if (isWide) {
      await tabTo(page, page.locator('[role=grid] [tabindex="0"]').first());
      for (let way = 0; way < 12 && !(await inStep(page, 'It arrives')); way += 1)
        await page.keyboard.press(way < 1 ? 'ArrowDown' : 'ArrowRight');
      await page.keyboard.press('Enter');
    } else await press(page, /^It arrives/);
    await page.waitForURL(/step=step:arrives|step=step%3Aarrives/);
    const panel = isWide ? page.getByRole('complementary') : page.getByRole('dialog', { name: 'It arrives' });
    await panel.getByText(`${ANSWERS.all} of ${ANSWERS.of} answered`).waitFor();
    await panel.getByText(`${ANSWERS.unhappy} of ${ANSWERS.all} unhappy`).last().waitFor();
    await expect
      .poll(() => panel.textContent())
      .toMatch(new RegExp(`${ANSWERS.unhappy} unhappy.*${ANSWERS.neutral} neutral.*${ANSWERS.happy} happy`));
    const voice = panel.locator('blockquote').filter({ hasText: BROKEN });
    await voice.getByText('Write to ••• or call •••').waitFor();
    await expect.poll(() => page.content()).not.toContain('mira@lamp.test');
    await isClean(page);
    await pressOn(page, voice.getByRole('link', { name: 'Read this story' }));
    await page.waitForURL(/\/stories\//);
    await page.getByText('worst moment').waitFor();
    await page.getByText(BROKEN).waitFor();
    story = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(story).toMatch(/^\S+ \S+$/);
    await page
      .getByText(`${ANSWERS.unhappy} of ${ANSWERS.all} customers who answered about “It arrives” were unhappy.`)
      .waitFor();
    await isClean(page);
    await press(page, 'See this step for everyone', 'link');
    await panel.getByText(`${ANSWERS.all} of ${ANSWERS.of} answered`).waitFor();
  });

  test('who was let down is taken, called, and asked once whether it is put right', async () => {
    const page = await open('/w/default/home');
    await settled(page);
    await go(page, 'b');
    await pressOn(page, tab(page, /^Unassigned 5$/));
    const list = page.getByRole('list', { name: 'Call-backs, 5 shown' });
    await list.waitFor();
    if (isWide) {
      await page.waitForURL(/\/callbacks\/\d+/);
      const first = page.url();
      await page.keyboard.press('j');
      await page.waitForURL((url) => url.href !== first);
      await page.keyboard.press('k');
      await page.waitForURL(first);
    }
    await isClean(page);
    await pressOn(page, list.getByRole('link', { name: new RegExp(story) }));
    await page.getByRole('heading', { level: 2, name: story }).waitFor();
    await page.getByText(BROKEN).waitFor();
    await press(page, 'Take it');
    await page.locator('aside').getByText('You have it.').waitFor();
    await press(page, 'Show name and number');
    await page.getByText('c0@lamp.test').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type(SAID);
    await press(page, 'Write down');
    await page.locator('article q').getByText(SAID).waitFor();
    await isClean(page);
    await page.keyboard.press('e');
    const cause = page.getByLabel('Cause, a step of the map');
    await choose(page, cause, 'It arrives');
    await typeInto(page, page.getByLabel('What we do'), DONE);
    await press(page, 'Close and ask');
    await press(page, 'Ask now');
    callback = new URL(page.url()).pathname;
    link = (await page.locator('aside a[href*="/r/"]').getAttribute('href')) ?? '';
    await isClean(page);
    if (!isWide) await press(page, 'All call-backs', 'link');
    await tab(page, /^Unassigned 4$/).waitFor();
  });

  test('the customer answers by their own link: a no opens it again, a yes is put right in their word', async () => {
    const customer = await open(link);
    expect(await customer.evaluate(() => document.scripts.length)).toBe(0);
    await isClean(customer);
    await pick(customer, customer.locator(`input[value="${isWide ? 'no' : 'yes'}"]`));
    await typeInto(customer, customer.locator('textarea'), isWide ? STILL : SHINES);
    await press(customer, 'Send');
    await customer.getByRole('heading', { name: 'Thank you' }).waitFor();
    await isClean(customer);
    const page = await open(callback);
    if (!isWide) {
      await page.locator('aside').getByText('Yes, put right').waitFor();
      await page.locator('article q').getByText(SHINES).waitFor();
      await isClean(page);
      await press(page, 'All call-backs', 'link');
      await pressOn(page, tab(page, /^Closed 1$/));
      await page.getByRole('link', { name: new RegExp(story) }).waitFor();
      return;
    }
    await page.locator('article q').getByText(STILL).waitFor();
    await page.getByText('being helped').waitFor();
    await page.getByText('They say that it is not put right.').waitFor();
    await isClean(page);
    await tab(page, /^Mine 1$/).waitFor();
    await tab(page, /^Waiting 0$/).waitFor();
  });

  test('the letter says the same counts, goes out as a file, and to whoever wants it', async () => {
    const page = await open('/w/default/callbacks');
    const measures = page.getByRole('button', {
      name: `5 opened, 1 answered in time, ${isWide ? 0 : 1} of 1 say it is put right`,
    });
    await pressOn(page, measures);
    const behind = page.getByRole('dialog', { name: 'Call-backs of the last four weeks' });
    await behind.getByRole('heading', { name: '5 opened' }).waitFor();
    await behind.getByRole('heading', { name: '1 asked “is it put right?”' }).waitFor();
    await isClean(page);
    await page.keyboard.press('Escape');
    await behind.waitFor({ state: 'detached' });
    await tabTo(page, measures);
    await go(page, 'm');
    await page.getByRole('heading', { level: 1, name: 'Letters' }).waitFor();
    await typeInto(page, page.getByLabel('E-mail address'), 'boss@lamp.test');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Stop the letter about My customers to boss@lamp.test/ }).waitFor();
    await isClean(page);
    await press(page, 'As it would be written now', 'link');
    await page.getByRole('heading', { name: 'One decision wanted' }).waitFor();
    const late = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Call-backs late' }) });
    const told = '5 were opened in the last four weeks; answered in time: fewer than five.';
    await late.getByText(told).waitFor();
    await late.getByText('No call-back is past due.').waitFor();
    await page.getByText(BROKEN).waitFor();
    await expect.poll(() => page.locator('main').textContent()).not.toContain(story);
    await isClean(page);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Markdown', 'link')]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(told);
    await pressOn(page, late.getByRole('link', { name: /^Open the call-backs/ }));
    await page.waitForURL(/\/callbacks/);
  });
});

/** Whether the cell with the focus is a step's. */
const inStep = (page: Page, title: string): Promise<boolean> =>
  page.evaluate((words) => document.activeElement?.textContent?.includes(words) ?? false, title);
