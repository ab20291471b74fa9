/* Looks at pages: `npx tsx packages/web/dev/shots.ts <out folder> [part of a page's name] [base address]`. Not shipped. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// biome-ignore lint/correctness/noUndeclaredDependencies: a tool of the repository, not of the app
import { chromium } from 'playwright-core';

const [out = '.', only = '', base = 'http://127.0.0.1:4417'] = process.argv.slice(2);
const api = async (path: string) => (await fetch(`${base}/api/v1${path}`)).json() as Promise<never>;
const overview: { workspace: { slug: string } } = await api('/overview');
const stories: { worst: { run: string } | null } = await api('/stories');
const run = stories.worst?.run ?? 'c-1-1';
const W = `/w/${overview.workspace.slug}`;
const PAGES: Readonly<Record<string, string>> = {
  home: `${W}/home`,
  welcome: `${W}/welcome`,
  story: `${W}/stories/${run}`,
  graph: `${W}/paths/graph`,
  flow: `${W}/paths/flow`,
  routes: `${W}/paths/routes`,
  funnel: `${W}/paths/funnel`,
  loop: `${W}/paths/loop`,
  table: `${W}/paths/table`,
  customers: `${W}/customers`,
  person: `${W}/customers/${run.split('-')[1]}`,
  imports: `${W}/data/imports`,
  import: `${W}/data/imports/1`,
  sources: `${W}/data/sources`,
  events: `${W}/data/events`,
  lost: `${W}/nowhere`,
};
const SIZES = [
  { width: 1440, height: 960 },
  { width: 390, height: 844 },
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const theme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    const page = await browser.newPage({ viewport, colorScheme: theme, reducedMotion: 'reduce', bypassCSP: false });
    page.on(
      'console',
      (message) => message.type() === 'error' && console.log('  console:', message.text().slice(0, 300)),
    );
    page.on('pageerror', (error) => console.log('  error:', error.message.slice(0, 300)));
    for (const [name, path] of Object.entries(PAGES)) {
      if (only && !only.split(',').includes(name)) continue;
      await page.goto(base + path, { waitUntil: 'networkidle' });
      await page.waitForSelector('h1');
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${out}/${name}-${theme}-${viewport.width}.png` });
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as never as {
            axe: {
              run: (
                what: Document,
                how: object,
              ) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
            };
          }
        ).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        return {
          wide,
          violations: violations.map(
            (one) =>
              `${one.id}: ${one.nodes
                .slice(0, 3)
                .map((node) => `${node.target.join(' ')} ${node.failureSummary.split('\n')[1] ?? ''}`)
                .join(' | ')}`,
          ),
        };
      });
      console.log(
        name,
        theme,
        viewport.width,
        found.wide > 0 ? `WIDER BY ${found.wide}` : '',
        found.violations.length === 0 ? 'axe clean' : found.violations.join('\n   '),
      );
    }
    await page.close();
  }
}
await browser.close();
