import { expect, test } from 'vitest';
import { axeFindings, useBrowser } from './browser.ts';
import { useOwnDemo } from './own-demo.ts';

/** People are answered, by a finger on a phone too; how it goes by keys alone, to the customer's word, stands in whole-loop.test.ts. */
const browser = useBrowser();
const phone = useBrowser({ hasTouch: true });

const { api, at, url } = useOwnDemo();

test('by a finger: from the list to one and back, it waits; two are given away at once', async () => {
  const page = await phone.open(at('/callbacks'), { width: 390, height: 844 });
  const list = page.getByRole('list', { name: /shown/ });
  await list.waitFor();
  const name = (await list.getByRole('link').last().locator('b').textContent()) ?? '';
  const open = (await api().call('callbacks', { query: { tab: 'mine' } })).items.find(
    ({ state }) => state === 'in-hand',
  );
  await page.locator(`[data-callback="${open?.id}"]`).tap();
  await page.getByRole('heading', { level: 2, name: open?.name ?? '' }).waitFor();
  await expect.poll(() => list.count()).toBe(0);
  await page.getByRole('button', { name: 'Wait for the customer' }).tap();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  await page.getByRole('link', { name: 'All call-backs' }).tap();
  await list.waitFor();
  await page.getByRole('link', { name: /^Waiting/ }).tap();
  await list.getByRole('link', { name: open?.name ?? '' }).waitFor();
  await page.getByRole('link', { name: /^Mine/ }).tap();
  await list.getByRole('link', { name }).waitFor();

  const before = (await api().call('callbacks')).counts;
  const choices = list.getByRole('checkbox');
  await choices.nth(0).tap();
  await choices.nth(1).tap();
  await page.getByRole('button', { name: 'Give to…' }).tap();
  await page.getByRole('dialog').getByLabel('Who').selectOption({ label: 'Nobody' });
  await page.getByRole('dialog').getByRole('button', { name: 'Give', exact: true }).tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const after = (await api().call('callbacks')).counts;
  expect([after.mine, after.unassigned]).toEqual([before.mine - 2, before.unassigned + 2]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('somebody else was quicker: it says so, and what was typed stays', async () => {
  const [entry] = (await api().call('callbacks', { query: { tab: 'unassigned' } })).items;
  const id = entry?.id ?? 0;
  const page = await browser.open(at(`/callbacks/${id}?tab=unassigned`));
  await page.getByLabel('What we do').fill('Money back');
  const { causes } = await api().call('callback', { params: { id } });
  const cause = causes.at(-1)?.cause ?? { kind: 'off-map' };
  await api().call('closeCallback', { params: { id }, body: { cause, action: 'Said sorry', ask: false } });
  await page.getByRole('button', { name: 'Close and ask' }).click();
  await page.getByText('Somebody changed it in the meantime').waitFor();
  await expect.poll(() => page.getByLabel('What we do').inputValue()).toBe('Money back');
  await page.getByText('Said sorry').first().waitFor();
});

test('a rule says what it would have opened; working hours are read as people write them', async () => {
  const page = await browser.open(at('/callbacks/rules'), { theme: 'dark' });
  const { rules } = await api().call('callbackRules');
  const rule = rules.find(({ key }) => key === 'third-contact');
  if (!rule) throw new Error('the demo has no such rule');
  const { people } = await api().call('previewCallbackRule', { body: rule });
  await page.getByRole('button', { name: `Change: ${rule.title}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Try it on the last 28 days' }).click();
  await dialog.getByText(`It would have opened ${people} in the last 28 days.`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('How many times').fill('4');
  await dialog.getByText('It would have opened').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('4 times in 14 days').waitFor();

  await page.getByRole('button', { name: 'Add working hours' }).click();
  await dialog.getByLabel('Name').fill('Summer');
  await dialog.getByLabel('Saturday').fill('17-9');
  await dialog.getByText('The hours of Saturday cannot be read').waitFor();
  await dialog.getByLabel('Saturday').fill('9-13, 14:30-18');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mon–Fri 9–17, Sat 9–13, 14:30–18').waitFor();
  expect((await api().call('calendars')).map(({ key }) => key)).toContain('summer');
});

test('a customer who is read about is called back', async () => {
  const { worst } = (await (await fetch(`${url()}/api/v1/stories`)).json()) as { worst: { run: string } };
  const page = await browser.open(at(`/stories/${worst.run}`));
  await page.getByRole('button', { name: 'Call back' }).click();
  await page.getByLabel('Why this customer should be answered').fill('Nobody owns her bag');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL(/\/callbacks\/\d+/);
  await page.locator('article').getByText('Nobody owns her bag').first().waitFor();
});
