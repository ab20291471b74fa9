import { expect, test } from 'vitest';
import { axeFindings, settled, type Theme, useBrowser } from './browser.ts';
import { said, useOwnDemo } from './own-demo.ts';

/** From a number of a map to a watch over it, and from the alert back to the map: by keys, in both themes, on a phone. */
const browser = useBrowser();
const { api, at } = useOwnDemo();

const BAGS = 'I pick up my bag in Málaga: went wrong';

test('the break stands among the open alerts, is seen, spoken of, and its watch is quiet for a day', async () => {
  const page = await browser.open(at('/home'));
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
  const card = page.getByRole('listitem').filter({ hasText: BAGS });
  await card.getByText(/^Unusual for 2\d days: /).waitFor();
  await card.getByText('since Thu 1 Oct').waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const nav = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Alerts/ });
  const { open } = await api().call('alerts');
  await expect.poll(() => nav.textContent()).toContain(String(open.length));
  await card.getByRole('link', { name: BAGS }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: BAGS }).waitFor();
  await page.getByRole('button', { name: 'I have seen it' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Seen by /).waitFor();
  await expect.poll(() => said(page)).toContain('Noted that you have seen it.');
  await page.getByLabel('What do you know about it?').fill('The connection in Madrid is too short now.');
  await page.keyboard.press('Enter');
  await page.getByText('The connection in Madrid is too short now.').waitFor();
  await page.getByRole('button', { name: 'Be quiet' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Quiet until /)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await expect.poll(() => nav.textContent()).toContain(String(open.length - 1));
  await page.getByText('Show the numbers').click();
  await page.getByRole('row', { name: /^1 Oct 2026.*of 2\d.*at most/ }).waitFor();
  // Where to look first, as counts; and from the people behind it to their call-backs.
  const beside = page.locator('section').filter({ hasText: 'Where to look first' });
  await beside.getByText('At the same time more were hurt at I change planes in Madrid').waitFor();
  await beside.getByText('At the same time another watch spoke: Phone us').waitFor();
  await beside.getByRole('button', { name: 'The customers behind it' }).click();
  await page.getByRole('button', { name: /^Call back these \d+$/ }).click();
  const opening = page.getByRole('dialog', { name: /^Open call-backs for \d+ customers$/ });
  await expect.poll(() => opening.getByLabel('Why these customers').inputValue()).toBe(BAGS);
  await page.keyboard.press('Escape');
  await opening.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'See it on the map' }).click();
  await page.waitForURL(/month-in-the-sun\?step=step:pick-up-bag/);
});

test('a number of the map is watched: first when it would have spoken, then whom to tell', async () => {
  const page = await browser.open(at('/journeys/month-in-the-sun?step=step:change-planes'));
  const watch = page.getByRole('button', { name: 'Watch this' });
  await watch.first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Watch this number' });
  // It has an address: back closes it, and the focus returns.
  await page.waitForURL(/watch=step:month-in-the-sun:change-planes:harmed/);
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Watch this');
  await page.goto(at('/journeys/month-in-the-sun?watch=step:month-in-the-sun:change-planes:harmed'));
  await dialog.getByText('I change planes in Madrid: hurt customers').first().waitFor();
  await dialog.getByText(/^It would have spoken .* in the last \d+ days:$/).waitFor();
  await dialog.getByRole('listitem').filter({ hasText: 'Oct 2026' }).first().waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('Owner').fill('Connections');
  await dialog.getByLabel('E-mail to').fill('connections@airline.test');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => said(page)).toContain('is watched now');
  const [made] = (await api().call('watches')).filter(({ name }) => name.includes('I change planes'));
  expect(made).toMatchObject({
    measured: { kind: 'step', journey: 'month-in-the-sun', step: 'change-planes', which: 'harmed' },
    owner: 'Connections',
    mails: ['connections@airline.test'],
    state: 'open',
  });
});

test('behind any number that has days stands “Watch this”', async () => {
  const page = await browser.open(at('/journeys/month-in-the-sun'));
  await page
    .getByRole('button', { name: /Who is behind “As promised/ })
    .first()
    .click();
  const people = page.getByRole('dialog', { name: 'The customers behind this number' });
  await people.getByRole('button', { name: 'Watch this' }).click();
  await page
    .getByRole('dialog', { name: 'Watch this number' })
    .getByText(/^As promised: /)
    .first()
    .waitFor();
});

test.each<[Theme, number]>([
  ['light', 390],
  ['dark', 1440],
])('lists, one watch, the dialog: %s, %i wide', async (theme, width) => {
  const page = await browser.open(at('/alerts/past'), { theme, width });
  for (const [path, words] of [
    ['/alerts', BAGS],
    ['/alerts/past', 'Past'],
    ['/alerts/watches', 'Data from'],
    ['/alerts/watches/2', 'Learn anew what is usual'],
    ['/alerts/2', 'What happened'],
  ] as const) {
    await page.goto(at(path));
    await page.getByText(words).first().waitFor();
    await settled(page);
    expect([path, await axeFindings(page)]).toEqual([path, []]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, overflow]).toEqual([path, 0]);
  }
});

test('a watch learns anew, is changed, and is stopped', async () => {
  const page = await browser.open(at('/alerts/watches'));
  await page.getByRole('link', { name: 'Skip seats at the partner' }).click();
  await page.getByLabel('Owner').fill('Partners');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Owner: Partners').waitFor();
  await page.getByLabel('From this day on').fill('2026-09-01');
  await page.getByRole('button', { name: 'Learn anew what is usual' }).click();
  await expect.poll(() => said(page)).toContain('It learns anew');
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await page.waitForURL(/alerts\/watches$/);
  await expect.poll(() => page.getByRole('link', { name: 'Skip seats at the partner' }).count()).toBe(0);
});

test('what is not there says so', async () => {
  const page = await browser.open(at('/alerts/9999'));
  await page.getByText('There is no such alert').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
