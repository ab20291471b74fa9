import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:4471';
const shots: [string, string, number, number, 'light' | 'dark'][] = JSON.parse(process.argv[3]!);
const b = await chromium.launch({
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
for (const [name, path, w, h, theme] of shots) {
  const c = await b.newContext({
    viewport: { width: w, height: h },
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
  });
  const p = await c.newPage();
  const errs: string[] = [];
  p.on('console', (m) => m.type() === 'error' && errs.push(m.text().slice(0, 200)));
  p.on('pageerror', (e) => errs.push(String(e).slice(0, 200)));
  const t = Date.now();
  await p.goto(base + path);
  await p.waitForLoadState('networkidle', { timeout: 40000 }).catch(() => {});
  await p.waitForTimeout(700);
  await p.screenshot({ path: `/tmp/h2-shots/${name}.png` });
  console.log(name, Date.now() - t, 'ms', errs.join(' | '));
  await c.close();
}
await b.close();
