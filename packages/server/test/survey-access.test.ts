import { ROUTES as ALL_ROUTES, FILE_ROUTES, includesRole, ROLES, type RouteAccess } from '@continuo/contract';
import { blankSurvey, SURVEY_TEMPLATES } from '@continuo/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, type Reply, startHouse } from './house.ts';

/** Every route of surveys × every role × a survey of ours, of another workspace, of nobody. */

const ROUTES: Readonly<Record<string, RouteAccess>> = Object.fromEntries(
  Object.entries({ ...ALL_ROUTES, ...FILE_ROUTES }).filter(([, { path }]) =>
    /^\/(surveys|survey-templates|ask-rules|answers|feedback-records)(\/|$)/.test(path),
  ),
);

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

/** What each call needs beside its path; left out: nothing. */
const BODIES: Readonly<Record<string, (key: string) => unknown>> = {
  putSurvey: survey,
  openSurvey: () => ({}),
  closeSurvey: () => ({}),
  inviteToSurvey: () => ({ recipients: [{ email: `a${count}@example.org` }] }),
  personalLinks: () => ({ people: [`p${count}`] }),
  putAskRules: () => ({ restDays: 1, restDaysByKind: {} }),
  feedbackRecords: () => ({ records: [record()] }),
};
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

function perform(name: string, who: keyof House['as'], key: string): Promise<Reply> {
  const { method, path } = ROUTES[name] as RouteAccess;
  const body = BODIES[name]?.(key);
  return house.as[who].call(path.replace(':key', key), { method, ...(body === undefined ? {} : { body }) });
}

const plain = ({ status, text }: Reply, key: string): string =>
  `${status} ${text.replaceAll(key, 'KEY').replace(/"requestId":"[^"]*"/, '')}`;

async function rows(action: string): Promise<number> {
  const found = await house.state.audit.list(house.state.db, house.own, { action, most: 1000 });
  return found.length;
}

describe.each(Object.keys(ROUTES))('%s', (name) => {
  const route = ROUTES[name] as RouteAccess;

  test('nobody is asked to sign in', async () => {
    expect((await perform(name, 'nobody', 'any')).status).toBe(401);
  });

  test.each(ROLES)('%s', async (role) => {
    const isGranted = route.role !== 'anyone' && includesRole(role, route.role);
    const ours = isGranted ? await make('admin', name) : 'any';
    const before = route.audit === null ? 0 : await rows(route.audit);
    const reply = await perform(name, role, ours);
    if (!isGranted) {
      expect([reply.status, reply.body.code]).toEqual([403, 'access.denied']);
      return;
    }
    expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
    if (route.audit !== null) expect(await rows(route.audit)).toBe(before + 1);
    if (!route.path.includes(':key')) return;
    const theirs = await make('stranger', name);
    const seen = await perform(name, role, theirs);
    // A key that is not there is made: that of another workspace is as free as any.
    if (name !== 'putSurvey') {
      expect(seen.status).toBe(404);
      expect(plain(seen, theirs)).toBe(plain(await perform(name, role, 'no-such-survey'), 'no-such-survey'));
    }
    const still = await house.as.stranger.call(`/surveys/${theirs}`);
    expect([still.status, still.body.counts]).toMatchObject([200, { invited: 0, answers: 0 }]);
  });
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
