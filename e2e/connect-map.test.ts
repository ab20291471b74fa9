import { blankJourney, blankStep } from '@continuo/core';
import { expect, test } from 'vitest';
import { axeFindings, settled, useBrowser } from './browser.ts';
import { useOwnDemo } from './own-demo.ts';

/** From a plan to figures: suggestions, events, conditions, the test on the last 100 people. */
const browser = useBrowser();
const { api, at } = useOwnDemo();

test('suggestions are accepted, the meter rises, events are connected by hand, nothing is silent', async () => {
  await api().call('makeJourney', {
    body: {
      from: 'contract',
      contract: {
        ...blankJourney('home-by-train', 'I take the train and go home'),
        passage: { ...blankJourney('x', 'x').passage, by: 'case' },
        stages: [
          {
            id: 'way',
            title: 'On the way',
            blocks: [
              blankStep('train', 'I take the train to Fuengirola'),
              blankStep('bag', 'I get my bag'),
              { ...blankStep('home', 'I fly home'), ends: 'goal' },
            ],
          },
        ],
      },
    },
  });
  const page = await browser.open(at('/journeys/home-by-train/connect'));
  await page.getByText('0 of 3 steps connected').waitFor();
  await page.getByRole('button', { name: /^Accept all above 90 of 100/ }).click();
  await page.getByText(/^[12] of 3 steps connected/).waitFor();
  await page.getByRole('button', { name: /^I get my bag/ }).click();
  await page.getByRole('searchbox', { name: 'Search events' }).fill('belt');
  await page.getByRole('button', { name: /Connect “Bag on the belt” to “I get my bag”/ }).click();
  await page.getByRole('button', { name: /“No bag on the belt” says that “I get my bag” went wrong/ }).click();
  await page.getByRole('button', { name: 'Only when …' }).first().click();
  await page.getByRole('button', { name: 'Take this condition away' }).click();
  await page.getByText(/Of the last 100 people, \d+ matched/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await expect
    .poll(async () => {
      const { draft } = await api().call('journey', { params: { key: 'home-by-train' } });
      return draft.stages[0]?.blocks.map((block) => (block.kind === 'step' ? block.failures.length : 0));
    })
    .toEqual([0, 1, 0]);
});

test('with a first version the map has figures, and the loop says how it goes', async () => {
  await api().call('publishJourney', { params: { key: 'home-by-train' }, body: { note: 'First.' } });
  await expect
    .poll(async () => (await api().call('journey', { params: { key: 'home-by-train' } })).judging.isReady, {
      timeout: 50_000,
    })
    .toBe(true);
  const page = await browser.open(at('/journeys'));
  await page.getByRole('heading', { name: 'I spend my winters in the sun with you' }).waitFor();
  await page.getByRole('row', { name: /I take the train and go home.*(hurts|goes well|not known)/ }).waitFor();
  await page.getByText('nobody owns it').first().waitFor();
});

test('what is on no map leads to a draft from data, each part with how steady it is', async () => {
  const page = await browser.open(at('/journeys'));
  await page
    .getByRole('button', { name: /^Draw a map from data/ })
    .first()
    .click();
  await page.getByText(/^Only customers with/).waitFor();
  await page.getByLabel('What the customer lives through, in their words').fill('I dream of the sun');
  await page.getByRole('button', { name: 'Show the draft' }).click();
  await page.getByText(/Drawn from [\d,]+ of [\d,]+ journeys/).waitFor({ timeout: 50_000 });
  await page
    .getByText(/steady/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Make this map' }).click();
  await page.waitForURL(/\/edit$/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByText(/connected/)
    .first()
    .waitFor();
  await settled(page).catch(() => undefined);
  expect(await axeFindings(page)).toEqual([]);
});
