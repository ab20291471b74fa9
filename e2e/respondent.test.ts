import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Client, createClient } from '@continuo/contract';
import { blankSurvey, QUESTION_KINDS, type Survey } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, useBrowser } from './browser.ts';
import { addressOf, CONTINUO, ownEnvironment } from './server.ts';

/** What customers see of us: a page without script, in their language, that keeps what they say whatever happens. */
const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'continuo-respondent-'));

async function start() {
  const child = spawn(process.execPath, [CONTINUO, 'start', '--folder', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ownEnvironment(),
  });
  const url = await addressOf(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { child, ended, url, client: createClient((path, init) => fetch(path, init), `${url}/api/v1`) };
}

let server: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

const ask = (kind: Survey['questions'][number]['kind'], isNeeded = false) => ({ id: kind, kind, words: {}, isNeeded });

async function opened(client: Client, survey: Survey): Promise<string> {
  const params = { key: survey.key };
  await client.call('putSurvey', { params, body: { ...survey, who: 'The shop' } });
  await client.call('openSurvey', { params, body: {} });
  const { links } = await client.call('surveyLinks', { params });
  return links.find(({ channel }) => channel === 'email')?.url ?? '';
}

/** Every kind of question but two of the scores, which look alike. */
const everything = (key: string): Survey => ({
  ...blankSurvey(
    key,
    'Everything',
    QUESTION_KINDS.filter((kind) => kind !== 'csat' && kind !== 'ces').map((kind) => ask(kind, kind === 'nps')),
  ),
  isLong: true,
  languages: ['en', 'ar', 'ja'],
});

test('the page is small, and right for everybody: both themes, narrow and wide, from right to left', async () => {
  const url = await opened(server.client, everything('every'));
  const html = await (await fetch(url)).text();
  expect(gzipSync(html).length).toBeLessThan(30_000);
  for (const [theme, width, query] of [
    ['light', 320, ''],
    ['dark', 1440, ''],
    ['light', 320, '?lang=ar'],
    ['dark', 320, '?lang=ja'],
  ] as const) {
    const page = await browser.open(`${url}${query}`, { theme, width });
    expect(await axeFindings(page)).toEqual([]);
    const { scrollWidth, targets } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      targets: [...document.querySelectorAll('input:not([type=hidden]), button, textarea')].map((one) => {
        const { width: w, height: h } = one.getBoundingClientRect();
        return Math.min(w, h);
      }),
    }));
    expect(scrollWidth).toBeLessThanOrEqual(width);
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(24);
  }
});

test('it is answered with the keyboard alone; what is missing is said; going back sends nothing twice', async () => {
  const url = await opened(server.client, { ...blankSurvey('keys', 'Keys', [ask('ces', true), ask('open')]) });
  const page = await browser.open(url, { width: 390 });
  await page.evaluate(() => document.querySelector('form')?.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByText('Please answer this question.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('body').press('Tab');
  for (let i = 0; i < 4; i += 1) {
    const kind = await page.evaluate(() => document.activeElement?.getAttribute('type'));
    if (kind === 'radio') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It went in two steps');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const { answers } = await server.client.call('surveyAnswers', { query: { survey: 'keys' } });
  expect(answers).toMatchObject([{ score: 2, scale: '1-7', text: 'It went in two steps' }]);
});

test('inside a page of another site nothing happens before it is asked to show', async () => {
  await opened(server.client, blankSurvey('inside', 'Inside', [ask('got', true)]));
  const { snippet } = await server.client.call('surveyLinks', { params: { key: 'inside' } });
  const shop = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end(`<!doctype html><h1>Shop</h1>${snippet}<button onclick="continuo.ask()">Tell us</button>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  try {
    const page = await browser.open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'continuo' in globalThis);
    expect(asked.filter((path) => path.startsWith('/s/'))).toEqual(['/s/ask.js']);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
    await page.getByRole('button', { name: 'Tell us' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('radio', { name: 'Partly' }).check();
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
  } finally {
    shop.close();
    shop.closeAllConnections();
  }
});

test('whoever was thanked is counted, however often the server is killed', async () => {
  const url = await opened(server.client, blankSurvey('killed', 'Killed', [ask('csat', true)]));
  const token = new URL(url).pathname;
  let thanked = 0;
  const send = async (): Promise<void> => {
    const body = new URLSearchParams({ 'q-csat': '2' });
    const reply = await fetch(`${server.url}${token}`, { method: 'POST', body, redirect: 'manual' });
    if (reply.status === 303) thanked += 1;
  };
  for (const wait of [0, 40]) {
    await Promise.all(Array.from({ length: 5 }, send));
    const last = send().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, wait));
    server.child.kill('SIGKILL');
    await Promise.all([server.ended, last]);
    server = await start();
  }
  let kept: readonly { readonly isCounted: boolean }[] = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept = (await server.client.call('surveyAnswers', { query: { survey: 'killed' } })).answers;
  } while (!kept.every(({ isCounted }) => isCounted));
  // The last one may have been kept when the power went, before anybody could be thanked.
  expect(kept.length).toBeGreaterThanOrEqual(thanked);
  expect(kept.length).toBeLessThanOrEqual(12);
  const { result } = await server.client.ask('activities');
  const counted = result.activities.find(({ activity }) => activity === 'Answer: Killed');
  expect(counted?.events).toBe(kept.length);
});
