import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumPath } from '../scripts/chromium.mjs';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages after the first find a process that is warm: a page costs a fifth less. See `keepWarm`.
  '--process-per-site',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Theme = 'light' | 'dark';

let launched: Promise<Browser> | null = null;

/** One browser a process, which ends with it: a launch costs 2 CPU seconds, a context of its own for each file 0.1. */
function theBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('There is no Chromium. Install it with: apt-get install chromium');
  launched ??= chromium.launch({ executablePath, args: FLAGS, headless: true });
  return launched;
}

/**
 * A browser for one test file, without what others left; each test gets pages of its own, what broke leaves a picture in
 * test-results/.
 * `hasTouch`: with a finger instead of a mouse.
 */
export function useBrowser({ hasTouch = false }: { readonly hasTouch?: boolean } = {}): {
  readonly open: (
    url: string,
    options?: { readonly theme?: Theme; readonly width?: number; readonly height?: number },
  ) => Promise<Page>;
} {
  let context: BrowserContext;
  const open: Page[] = [];
  beforeAll(async () => {
    const browser = await theBrowser();
    context = await browser.newContext({
      hasTouch,
      locale: 'en-GB',
      timezoneId: 'Europe/Madrid',
      reducedMotion: 'reduce',
      bypassCSP: false,
    });
    await keepWarm(context);
    // Four test files share two cores: what takes 5 s alone may take 40.
    context.setDefaultTimeout(60_000);
  });
  afterEach(async (test) => {
    for (const page of open.splice(0)) {
      if (test.task.result?.state === 'fail') await keepPicture(page, test.task.name);
      await page.close();
    }
  });
  afterAll(async () => {
    await context?.close();
  });
  return {
    open: async (url, { theme = 'light', width = 1440, height = 960 } = {}) => {
      const page = await context.newPage();
      open.push(page);
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height });
      await page.goto(url);
      if (url !== 'about:blank') await page.waitForSelector('h1');
      return page;
    },
  };
}

/** An empty page of the site of all our servers, which holds its process while pages come and go. */
async function keepWarm(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://127.0.0.1/');
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync('test-results', { recursive: true });
  const path = `test-results/${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`;
  await page.screenshot({ path, fullPage: true }).catch(() => {});
  console.error(`${name}: ${page.url()} → ${path}`);
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, or by these rules; empty is good. Each finding with the first place it was found at. */
export async function axeFindings(page: Page, runOnly: readonly string[] = WCAG): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (wanted) => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: (options: unknown) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run({ runOnly: wanted, resultTypes: ['violations'] });
    return violations.map(
      (finding) => `${finding.id}: ${finding.help} (${finding.nodes.length}): ${finding.nodes[0]?.html.slice(0, 200)}`,
    );
  }, runOnly);
}

/** A page in its light theme: no finding in both themes (the dark one has the same elements, so only its colours), nothing cut off. */
export async function isClean(page: Page): Promise<void> {
  await settled(page);
  const where = new URL(page.url()).pathname;
  expect([where, await axeFindings(page)]).toEqual([where, []]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([where, overflow]).toEqual([where, 0]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => isDark(page)).toBe(true);
  expect([where, await axeFindings(page, ['color-contrast'])]).toEqual([where, []]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => isDark(page)).toBe(false);
}

/** Whether the page is dark, told by its ink: the theme follows the system without a reload. */
export function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [red = 0] = getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [];
    return red > 128;
  });
}

/** Waits until nothing is being fetched and nothing on the page says that it still loads. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // A busy server can be silent for longer than the half second that counts as idle.
  const loading = page.getByRole('status').getByText('Loading', { exact: true });
  await expect.poll(() => loading.count(), { timeout: 60_000 }).toBe(0);
}
