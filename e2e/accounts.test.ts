import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeFindings, settled, type Theme, useBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** From an open machine to accounts: the first admin, a colleague by invitation, what a viewer sees. On a folder of its own. */
const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ copyOf: inject('demoFolder') });
}, 120_000);
afterAll(() => server?.stop());

const PASSWORD = 'correct horse battery';
const at = (path: string): string => `${server.url}/w/default${path}`;
let invitation = '';

/** Fills a field as password managers find it. */
const fill = (page: Page, label: string, text: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(text);

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${server.url}/login`);
  await fill(page, 'E-mail or user name', login);
  await fill(page, 'Password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/w\/default\//);
  await page.waitForSelector('h1');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
}

/** Both themes and both widths, but in two looks, not four: each takes a second. */
const LOOKS: readonly (readonly [Theme, number])[] = [
  ['light', 390],
  ['dark', 1440],
];

async function looksRight(path: string): Promise<void> {
  for (const [theme, width] of LOOKS) {
    const page = await browser.open(path, { theme, width });
    await settled(page);
    await expect.poll(() => page.locator('h1').count()).toBe(1);
    expect([path, theme, width, await axeFindings(page)]).toEqual([path, theme, width, []]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, width, overflow]).toEqual([path, width, 0]);
    await page.close();
  }
}

test('before the first account the machine is open, and says so', async () => {
  const page = await browser.open(at('/home'));
  await page.getByText('No accounts yet: everybody on this machine may do everything.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Make the first account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Make the first account' }).waitFor();
  await looksRight(`${server.url}/welcome/admin`);
  await looksRight(at('/data/members'));
});

test('the first account is made without a mouse, and closes the door', async () => {
  const page = await browser.open(`${server.url}/welcome/admin`);
  await page.getByLabel('Your name', { exact: true }).focus();
  await page.keyboard.type('Ada Admin');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type('password12345');
  await page.keyboard.press('Enter');
  await page.getByText(/one of the first that are guessed/).waitFor();
  await fill(page, 'New password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/w\/default\//);
  await page.getByRole('button', { name: 'Account of Ada Admin' }).waitFor();
  await expect.poll(() => page.getByText('No accounts yet').count()).toBe(0);
});

test('an admin invites; the link is shown once', async () => {
  const page = await browser.open(at('/data/members'));
  await page.getByText('The only admin stays.').waitFor();
  await page.getByLabel(/^For whom/).fill('Vera from support');
  await page.getByRole('button', { name: 'Make a link' }).click();
  invitation = await page.getByLabel('Link of the invitation').inputValue();
  expect(invitation).toMatch(/\/join#token=.{43}$/);
  await page.getByRole('button', { name: /Take the invitation Vera from support back/ }).waitFor();
  for (const path of ['/data/members', '/data/account', '/data/audit']) await looksRight(at(path));
});

test('who a customer is, is told for a purpose, and stands in the log', async () => {
  const page = await browser.open(at('/customers'));
  await page
    .getByRole('link', { name: /^[A-Z]\w+ [A-Z]\w+$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Show who this is' }).click();
  await page.getByRole('radio', { name: 'Quality' }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText(/^(user id|device|case): /)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(at('/data/audit'));
  await page.getByRole('rowheader').first().waitFor();
  const row = page.getByRole('row').nth(1);
  await expect.poll(() => row.textContent()).toMatch(/Ada Admin.*saw who a customer is.*purpose: quality/);
  await page.getByRole('button', { name: 'Check the log' }).click();
  await page.getByText(/entries are as they were written/).waitFor();
});

test('a colleague joins by the link, and sees no more than a viewer may', async () => {
  const page = await browser.open(at('/home'));
  await signOut(page);
  await looksRight(`${server.url}/login`);
  await looksRight(invitation);
  await page.goto(invitation);
  await page.getByText(/as Viewer/).waitFor();
  expect(page.url()).not.toContain('token');
  await fill(page, 'Your name', 'Vera Viewer');
  await fill(page, 'E-mail or user name', 'vera');
  await fill(page, 'New password', PASSWORD);
  await page.getByRole('button', { name: 'Make an account and join' }).click();
  await page.waitForURL(/\/w\/default\//);
  await page.goto(at('/data/imports'));
  await page.getByText(/Importing files needs the role Operator/).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
  await page.goto(at('/customers'));
  await page.getByText(/Finding a customer by id needs the role Operator/).waitFor();
  await page
    .getByRole('link', { name: /^[A-Z]\w+ [A-Z]\w+$/ })
    .first()
    .click();
  await page.getByText(/can be shown to operators/).waitFor();
  await looksRight(page.url());
  await page.goto(at('/data/audit'));
  await page.getByText(/This needs the role admin; yours is viewer/).waitFor();
});

test('signed out, every page leads to the sign-in page, and from there back', async () => {
  const page = await browser.open(at('/home'));
  await signOut(page);
  await page.goto(at('/paths/routes'));
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await fill(page, 'E-mail or user name', 'vera');
  await fill(page, 'Password', 'not the right one');
  await page.keyboard.press('Enter');
  await page.getByText('The name or the password is not right.').waitFor();
  await fill(page, 'Password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/paths\/routes/);
  await signOut(page);
  await signIn(page, 'ada@example.org');
});

test('a member gets another role, and is taken out', async () => {
  const page = await browser.open(at('/data/members'));
  await page.getByLabel('Role of Vera Viewer').selectOption('operator');
  await expect.poll(() => page.getByLabel('Role of Vera Viewer').inputValue()).toBe('operator');
  await page.getByRole('button', { name: 'Remove Vera Viewer' }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await page.getByLabel('Role of Vera Viewer').waitFor({ state: 'detached' });
});
