import { blankSurvey, SURVEY_TEMPLATES } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf, walkEveryRole } from './every-role.ts';
import { type House, startHouse } from './house.ts';

/** Every route of surveys × every role × a survey of ours, of another workspace, of nobody. */

let house: House;
let count = 0;
beforeAll(async () => {
  house = await startHouse();
}, 60_000);
afterAll(() => house?.close());

const survey = (key: string) => ({ ...blankSurvey(key, 'After', SURVEY_TEMPLATES[0]?.questions), who: 'The shop' });
const record = () => ({
  submission_id: `r-${count}`,
  source_type: 'form',
  field_id: 'why',
  field_type: 'text',
  value_text: 'x',
});

/** They need a survey that nobody has opened yet. */
const OF_DRAFTS = ['putSurvey', 'openSurvey'];

async function make(by: 'admin' | 'stranger', name: string): Promise<string> {
  count += 1;
  const key = `survey-${count}`;
  const path = `/surveys/${key}`;
  expect((await house.as[by].call(path, { method: 'PUT', body: survey(key) })).status).toBe(200);
  if (!OF_DRAFTS.includes(name)) await house.as[by].call(`${path}/open`, { method: 'POST', body: {} });
  return key;
}

const routes = routesOf(/^\/(surveys|survey-templates|ask-rules|answers|feedback-records)(\/|$)/);
walkEveryRole({
  house: () => house,
  routes,
  bodies: {
    putSurvey: survey,
    openSurvey: () => ({}),
    closeSurvey: () => ({}),
    inviteToSurvey: () => ({ recipients: [{ email: `a${count}@example.org` }] }),
    personalLinks: () => ({ people: [`p${count}`] }),
    putAskRules: () => ({ restDays: 1, restDaysByKind: {} }),
    feedbackRecords: () => ({ records: [record()] }),
  },
  make,
  isOfOne: (name) => routes[name]?.path.includes(':key') === true,
  makes: ['putSurvey'],
  nobodys: 'no-such-survey',
  isAsItWas: async (theirs) => {
    const still = await house.as.stranger.call(`/surveys/${theirs}`);
    expect([still.status, still.body.counts]).toMatchObject([200, { invited: 0, answers: 0 }]);
  },
});

test('lists hold what is ours only', async () => {
  const [ours, theirs] = [await make('admin', ''), await make('stranger', '')];
  const { text } = await house.as.viewer.call('/surveys');
  expect([text.includes(`"${ours}"`), text.includes(`"${theirs}"`)]).toEqual([true, false]);
  const body = { records: [{ ...record(), submission_id: 'theirs', value_text: 'of another workspace' }] };
  await house.as.stranger.call('/feedback-records', { method: 'POST', body });
  for (const path of ['/answers?limit=200', '/feedback-records?limit=1000'])
    expect((await house.as.operator.call(path)).text).not.toContain('of another workspace');
});
