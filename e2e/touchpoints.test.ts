import { blankJourney, blankStep } from '@continuo/core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, settled, type Theme, useBrowser } from './browser.ts';
import { said, useOwnDemo } from './own-demo.ts';

/** The catalogue of touchpoints: one is made from events, used by a step, seen in the table, deleted after a question. */
const browser = useBrowser();
const { api, at, url } = useOwnDemo();

const stepOf = async () => {
  const { draft } = await api().call('journey', { params: { key: 'call' } });
  const block = draft.stages[0]?.blocks[0];
  return block?.kind === 'step' ? block : null;
};

test('a touchpoint is made from the events that came, by keys alone', async () => {
  const page = await browser.open(at('/data/touchpoints'));
  await page.getByText('No touchpoint yet').waitFor();
  await page.getByRole('button', { name: 'Add a touchpoint' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Add a touchpoint' });
  await form.getByLabel('Name').fill('A call to us');
  await form.getByLabel('Whose it is').selectOption({ label: 'a partner’s' });
  await form.getByLabel('Channels').fill('phone');
  await form.getByLabel('Owner').fill('Ana');
  await form.getByRole('searchbox', { name: 'Search events' }).fill('phone us');
  await form.getByRole('checkbox', { name: /^Phone us/ }).focus();
  await page.keyboard.press('Space');
  await form.getByText('Chosen: Phone us.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByLabel('Name').focus();
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => said(page)).toContain('“A call to us” is saved');
  await page.getByRole('row', { name: /A call to us.*a partner’s.*Phone us.*Ana.*no map/ }).waitFor();
  expect(await api().call('touchpoints')).toEqual([
    {
      key: 'a-call-to-us',
      title: 'A call to us',
      kind: 'partner',
      channels: ['phone'],
      matchers: [{ events: ['Phone us'], where: [], channels: [] }],
      owner: 'Ana',
    },
  ]);
});

test('a step uses it, is connected by it, and none takes it away', async () => {
  await api().call('makeJourney', {
    body: {
      from: 'contract',
      contract: {
        ...blankJourney('call', 'I call and am helped'),
        stages: [{ id: 'ask', title: 'Ask', blocks: [blankStep('phone', 'I phone')] }],
      },
    },
  });
  const page = await browser.open(at('/journeys/call/edit'));
  await page.locator('[data-spot="step|phone"]').click();
  const choice = page.getByLabel('Touchpoint');
  await choice.selectOption({ label: 'A call to us' });
  await page.getByText('Its events count for this step too: Phone us.').waitFor();
  await expect.poll(async () => (await stepOf())?.touchpoint).toBe('a-call-to-us');
  const { connected, events } = await api().call('journey', { params: { key: 'call' } });
  expect({ connected, events }).toEqual({ connected: 1, events: ['Phone us'] });
  expect(await axeFindings(page)).toEqual([]);
  await choice.selectOption({ label: 'None' });
  await expect.poll(async () => (await stepOf())?.touchpoint).toBe(null);
  await choice.selectOption({ label: 'A call to us' });
  await expect.poll(async () => (await stepOf())?.touchpoint).toBe('a-call-to-us');
});

test.each<[Theme, number]>([
  ['light', 1440],
  ['dark', 390],
])('the table names the map that uses it: %s, %i wide', async (theme, width) => {
  const page = await browser.open(at('/data/touchpoints'), { theme, width });
  await page.getByRole('row', { name: /A call to us.*I call and am helped/ }).waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'A call to us', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Phone us/, checked: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test('it is changed, kept when asked, and deleted when meant', async () => {
  const page = await browser.open(at('/data/touchpoints'));
  await page.getByRole('button', { name: 'A call to us', exact: true }).click();
  await page.getByLabel('Name').fill('Our phone line');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Delete Our phone line' }).click();
  const question = page.getByRole('dialog', { name: 'Delete “Our phone line”?' });
  await question.getByText('I call and am helped').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await question.getByRole('button', { name: 'Keep it' }).click();
  await question.waitFor({ state: 'detached' });
  expect((await api().call('touchpoints')).map(({ key }) => key)).toEqual(['a-call-to-us']);
  await page.getByRole('button', { name: 'Delete Our phone line' }).click();
  await question.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('No touchpoint yet').waitFor();
  expect(await api().call('touchpoints')).toEqual([]);
  await page.goto(at('/journeys/call/edit'));
  await page.locator('[data-spot="step|phone"]').click();
  await page.getByText('It is not in the catalogue any more and adds no events.').waitFor();
});

const PASSWORD = 'correct horse battery';
const fill = (page: Page, label: string, text: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(text);

test('a viewer sees the catalogue, and nothing to press', async () => {
  await api().call('putTouchpoint', {
    params: { key: 'shop' },
    body: { key: 'shop', title: 'Our shop', kind: 'owned', channels: [], matchers: [], owner: null },
  });
  const page = await browser.open(`${url()}/welcome/admin`);
  await fill(page, 'Your name', 'Ada Admin');
  await fill(page, 'E-mail or user name', 'ada');
  await fill(page, 'New password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/w\/default\//);
  await page.goto(at('/data/members'));
  await page.getByLabel(/^For whom/).fill('Vera');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const invitation = await page.getByLabel('Link of the invitation').inputValue();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.goto(invitation);
  await fill(page, 'Your name', 'Vera Viewer');
  await fill(page, 'E-mail or user name', 'vera');
  await fill(page, 'New password', PASSWORD);
  await page.getByRole('button', { name: 'Make an account and join' }).click();
  await page.waitForURL(/\/w\/default\//);
  await page.goto(at('/data/touchpoints'));
  await page.getByRole('row', { name: /Our shop.*ours/ }).waitFor();
  await expect.poll(() => page.getByRole('main').getByRole('button').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});
