import { expect, test } from 'vitest';
import { axeFindings, settled, useBrowser } from './browser.ts';
import { said, useOwnDemo } from './own-demo.ts';

/** Asking and hearing: a survey is made, answered, and its answer stands where it belongs. */
const browser = useBrowser();
const { api, at, url } = useOwnDemo();

const WORDS = 'The signs to gate K sent us round twice.';
const EMAIL = 'wren@example.org';
let link = '';

test('a survey is made from a template for a step of a map, and opened, by keys alone', {
  timeout: 120_000,
}, async () => {
  const page = await browser.open(at('/feedback'));
  await page.getByRole('heading', { name: 'What they wrote' }).waitFor();
  await page.keyboard.press('4');
  await page.getByRole('row', { name: /After landing in Málaga/ }).waitFor();
  await page.keyboard.press('n');
  const templates = page.getByRole('dialog', { name: 'What do you want to know?' });
  await templates.getByRole('button', { name: /^Would you recommend us\?/ }).focus();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('It belongs to no map: answers land on no step.').waitFor();
  await page.getByLabel('Name, for us').fill('At the gate');
  await page
    .getByLabel('Map', { exact: true })
    .selectOption({ label: 'I fly from Ottawa to Fuengirola for a month and come home' });
  await page.getByLabel('Step that the answers land on').selectOption({ label: 'I change planes in Madrid' });
  await page.getByText('It can be opened.').waitFor();
  await page.getByText(/customers came to this step in the last 28 days/).waitFor();
  await page.frameLocator('iframe').getByText('Preview: nothing is kept.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // While what was typed is being saved it cannot be opened, and takes no focus.
  const openIt = page.getByRole('button', { name: 'Open it' });
  await expect.poll(() => openIt.isEnabled()).toBe(true);
  await openIt.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close it' }).waitFor();
  await expect.poll(() => said(page)).toContain('“At the gate” is open');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('s');
  const send = page.getByRole('dialog', { name: 'Send it' });
  link = await send.getByLabel('The link').inputValue();
  expect(link).toContain(`${url()}/s/`);
  await send.getByRole('radio', { name: 'QR code' }).check();
  await send.getByRole('img', { name: 'QR code that opens At the gate' }).waitFor();
  expect(new URL(page.url()).searchParams.get('send')).toBe('qr');
  await send.getByRole('radio', { name: 'E-mail' }).check();
  await send.getByLabel('E-mail addresses').fill(`email,language\n${EMAIL},fr\n${EMAIL},fr\nnobody`);
  await send.getByText('One line holds no address: “nobody”').waitFor();
  await send.getByRole('button', { name: 'Who would be asked?' }).click();
  await send.getByText('1 customer would be asked.').waitFor();
  await send.getByText('1 stands in the list twice.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await send.waitFor({ state: 'detached' });
});

test('a fourth question and a second scale on a map are said plainly and keep it closed', async () => {
  const page = await browser.open(at('/feedback/surveys?new=survey'));
  await page.getByRole('button', { name: /^How satisfied are you\?/ }).click();
  await page.getByLabel('Map', { exact: true }).selectOption({ index: 0 });
  await page
    .getByLabel('Map', { exact: true })
    .selectOption({ label: 'I fly from Ottawa to Fuengirola for a month and come home' });
  await page
    .getByText(/asks on the same map from 0 to 10; this one from 1 to 5/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByText('Each one beyond 3 costs answers.').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Open it' }).isDisabled()).toBe(true);
  await page.getByLabel('Yes, ask more than 3 questions').check();
  await page.getByText('Ask only what you will act on.').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('row', { name: /At the gate/ }).waitFor();
  expect((await api().call('surveys')).map(({ survey }) => survey.title)).not.toContain('How satisfied are you?');
});

test('a customer answers without script, and is thanked', async () => {
  const page = await browser.open('about:blank', { width: 390, height: 844 });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(link);
  await page.getByLabel('2', { exact: true }).check();
  await page.getByLabel(/main reason/).fill(`${WORDS} Write to ${EMAIL}.`);
  await page.getByLabel('You may contact me about this').check();
  await page.getByLabel(/Your e-mail address/).fill(EMAIL);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await expect
    .poll(async () => (await api().ask('comments', { input: { phrase: 'signs to gate' } })).result.matched, {
      timeout: 20_000,
    })
    .toBe(1);
});

test('its answer stands on the feedback page, on the step and in the list', async () => {
  const page = await browser.open(at('/feedback?map=month-in-the-sun&at=step:change-planes'));
  await page.getByRole('heading', { name: 'I change planes in Madrid' }).waitFor();
  const comment = page.getByRole('listitem').filter({ hasText: WORDS });
  await comment.waitFor();
  // Contact details never stand in a comment.
  await expect.poll(() => page.getByText(EMAIL).count()).toBe(0);
  await page.getByRole('button', { name: /unhappy at I change planes in Madrid/ }).click();
  await page
    .getByRole('dialog', { name: 'The customers behind this number' })
    .getByText(/customers/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Happy', exact: true }).check();
  await comment.waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('felt')).toBe('happy');
  await page.goBack();
  await comment.waitFor();
  await page.getByRole('searchbox', { name: 'Only with these words' }).fill('gate k');
  await page.getByText('1 of 1, newest first').waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(at('/journeys/month-in-the-sun?step=step:change-planes'));
  await page.getByText(WORDS).first().waitFor();
  await page.goto(at('/feedback/surveys'));
  await page.getByRole('row', { name: /At the gate.*I change planes in Madrid.*1 by open link/ }).waitFor();
});

test('it stands on the timeline of who gave it', async () => {
  const { result } = await api().ask('people', { input: { search: EMAIL } });
  const [row] = result.rows;
  const page = await browser.open(at(`/customers/${row?.person}?show=table`));
  await page.getByText('Answer: At the gate').first().waitFor();
});

test('a theme is added, counted, changed and deleted by keys alone', async () => {
  const page = await browser.open(at('/feedback/themes'));
  await page.getByRole('heading', { name: 'Bags' }).waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Add a theme' });
  await form.getByLabel('Name').fill('Finding the way');
  await form.getByLabel('Words', { exact: true }).fill('signs to gate, lost our way');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => said(page)).toContain('“Finding the way” is saved');
  const theme = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Finding the way' }) });
  await theme.getByRole('link', { name: '1 customer spoke of it' }).waitFor();
  await theme.getByText(WORDS).waitFor();
  await theme.getByRole('button', { name: 'Change Finding the way' }).focus();
  await page.keyboard.press('Enter');
  const edit = page.getByRole('dialog', { name: 'Change the theme' });
  await edit.getByLabel('Name').fill('Signs');
  await page.keyboard.press('Enter');
  await edit.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete Signs' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Delete “Signs”?' }).getByRole('button', { name: 'Delete it' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Signs', exact: true }).waitFor({ state: 'detached' });
  expect((await api().call('themes')).map(({ title }) => title)).not.toContain('Signs');
});
