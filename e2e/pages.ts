import { expect, inject, test } from 'vitest';
import { axeFindings, isDark, settled, useBrowser } from './browser.ts';

const demo = inject('demo');

async function someone(): Promise<{ readonly story: string; readonly person: string }> {
  const { worst } = (await (await fetch(`${demo}/api/v1/stories`)).json()) as { worst: { run: string } };
  return { story: worst.run, person: worst.run.split('-')[1] as string };
}

const { story, person } = await someone();
/** Imports and the rules of call-backs are looked at in whole-loop.test.ts. */
const ROUTES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/home'],
  ['welcome', '/welcome'],
  ['letters', '/letters'],
  ['a letter', '/letters/2026-10-26'],
  ['a team card', '/letters/card/Baggage'],
  ['graph', '/paths/graph'],
  ['graph with a selection', '/paths/graph?sel=activity:Phone us'],
  ['flow', '/paths/flow?anchor=No bag on the belt&before=2'],
  ['routes', '/paths/routes'],
  ['funnel', '/paths/funnel?by=brand'],
  ['loop', '/paths/loop'],
  ['table', '/paths/table'],
  ['customers', '/customers'],
  ['one customer', `/customers/${person}`],
  ['story', `/stories/${story}`],
  ['journeys', '/journeys'],
  ['a new map', '/journeys?new=starter'],
  ['editing a map', '/journeys/month-in-the-sun/edit'],
  ['connecting a map', '/journeys/month-in-the-sun/connect'],
  ['versions of a map', '/journeys/month-in-the-sun/versions?old=1&now=2'],
  ['call-backs', '/callbacks'],
  ['call-backs, closed', '/callbacks?tab=closed'],
  ['sources', '/data/sources'],
  ['events', '/data/events'],
  ['touchpoints', '/data/touchpoints'],
  ['webhooks', '/data/webhooks'],
  ['privacy', '/data/privacy'],
  ['map', '/journeys/month-in-the-sun'],
  ['map, planned', '/journeys/month-in-the-sun?layer=planned'],
  ['map with a step', '/journeys/month-in-the-sun?step=step:change-planes'],
  ['map as a table', '/journeys/month-in-the-sun?view=table'],
  ['two maps', '/journeys/month-in-the-sun?beside=v1'],
  ['gaps', '/journeys/month-in-the-sun/gaps'],
  ['presenting', '/journeys/month-in-the-sun/present'],
  ['feedback', '/feedback'],
  ['feedback at a step', '/feedback?map=month-in-the-sun&at=step:pick-up-bag'],
  ['themes', '/feedback/themes'],
  ['customers loved', '/feedback/loved'],
  ['surveys', '/feedback/surveys'],
  ['a survey', '/feedback/surveys/after-landing'],
  ['sending a survey', '/feedback/surveys/after-landing?send=email'],
  ['nothing', '/no/such/page'],
];
const WIDTHS = { wide: [1440, 960], narrow: [390, 844] } as const;

/**
 * Every route at a width, in both themes: no accessibility finding, no error, one heading, a title, nothing cut off.
 * A page is loaded once: the dark theme has the same elements, so only its colours are looked at again.
 */
export function testPages(size: keyof typeof WIDTHS): void {
  const browser = useBrowser();
  const [width, height] = WIDTHS[size];

  test.each(ROUTES)(`%s, ${size}, light and dark`, async (_, path) => {
    const page = await browser.open('about:blank', { width, height });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${demo}/w/default${path}`);
    await page.waitForSelector('h1');
    await settled(page);
    await expect.poll(() => page.locator('h1').count()).toBe(1);
    await expect.poll(() => page.title()).toMatch(/ – Continuo$|^Continuo$/);
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => isDark(page)).toBe(true);
    expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
    expect(errors).toEqual([]);
  });
}
