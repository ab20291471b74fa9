import { request } from 'node:http';
import type { AnswerShown, SurveyShown } from '@continuo/contract';
import { blankSurvey, type Survey, type SurveyQuestion } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type House, type Reply, startHouse } from './house.ts';
import { shopMap } from './journey-shop.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
  await house.as.editor.call('/journeys', { method: 'POST', body: { from: 'contract', contract: shopMap() } });
}, 60_000);
afterAll(() => house.close());

const question = (id: string, kind: SurveyQuestion['kind'], isNeeded = false): SurveyQuestion => ({
  id,
  kind,
  words: {},
  isNeeded,
});
const NPS = [question('nps', 'nps', true), question('why', 'open')];

function survey(key: string, more: Partial<Survey> = {}): Survey {
  return { ...blankSurvey(key, `Survey ${key}`, NPS), who: 'The <Shop>', journey: 'order', step: 'arrive', ...more };
}

const put = (by: Browser, document: Survey): Promise<Reply> =>
  by.call(`/surveys/${document.key}`, { method: 'PUT', body: document });
const post = (by: Browser, path: string, body: unknown = {}): Promise<Reply> => by.call(path, { method: 'POST', body });

async function opened(document: Survey): Promise<void> {
  expect((await put(house.as.editor, document)).status).toBe(200);
  expect((await post(house.as.editor, `/surveys/${document.key}/open`)).status).toBe(200);
}

async function linkOf(key: string, channel = 'email'): Promise<string> {
  const { body } = await house.as.viewer.call(`/surveys/${key}/links`);
  const links = body.links as { channel: string; url: string }[];
  return links.find((link) => link.channel === channel)?.url ?? '';
}

interface Sent {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

async function send(url: string, fields: Record<string, string>): Promise<Sent> {
  const reply = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() };
}

const get = async (url: string, headers: Record<string, string> = {}): Promise<Reply> => {
  const reply = await fetch(url, { headers });
  return { status: reply.status, headers: reply.headers, text: await reply.text(), body: {} };
};
/** As a browser asks: `fetch` of Node says its own `sec-fetch-mode`. */
const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    })
      .on('error', reject)
      .end();
  });
const hidden = (page: string): string => /name="submission" value="([^"]*)"/.exec(page)?.[1] ?? '';

async function answers(key: string): Promise<AnswerShown[]> {
  return (await house.as.viewer.call(`/answers?survey=${key}`)).body.answers as AnswerShown[];
}

/** Asks until every answer is in the numbers. */
async function counted(key: string): Promise<AnswerShown[]> {
  for (;;) {
    const all = await answers(key);
    if (all.length > 0 && all.every(({ isCounted }) => isCounted)) return all;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a survey is made, checked, opened, changed and closed by those who may', async () => {
  const { viewer, editor } = house.as;
  expect((await put(viewer, survey('made'))).status).toBe(403);
  const faulty = await put(editor, survey('made', { who: '', step: 'nowhere' }));
  const shown = faulty.body as unknown as SurveyShown;
  expect(shown.findings.map(({ code }) => code)).toEqual(['unknown-step', 'no-who', 'no-why']);
  expect([shown.canOpen, shown.status]).toEqual([false, 'draft']);
  expect((await post(editor, '/surveys/made/open')).status).toBe(422);
  await opened(survey('made'));
  expect((await put(editor, survey('made', { who: '' }))).status).toBe(422);
  const misnamed = await editor.call('/surveys/made', { method: 'PUT', body: survey('other') });
  expect(misnamed.status).toBe(400);
  const other = survey('rated', { questions: [question('csat', 'csat', true)] });
  const { findings } = (await put(editor, other)).body as unknown as SurveyShown;
  expect(findings[0]).toMatchObject({ code: 'other-scale', severity: 'error' });
  const listed = (await viewer.call('/surveys')).text;
  expect(JSON.parse(listed).map(({ survey: one }: SurveyShown) => one.key)).toContain('made');
  expect((await editor.call('/surveys/rated', { method: 'DELETE' })).body).toEqual({ removed: true });
  expect((await post(editor, '/surveys/made/close')).body.status).toBe('closed');
  expect((await post(editor, '/surveys/made/close')).status).toBe(409);
  const closed = await get(await linkOf('made'));
  expect([closed.status, closed.text.includes('This survey has ended')]).toEqual([410, true]);
  expect((await house.as.stranger.call('/surveys/made')).status).toBe(404);
});

test('the page says who asks and why, in the customer’s language, small, closed and without script', async () => {
  await opened(survey('page', { languages: ['en', 'ar', 'de'] }));
  const url = await linkOf('page');
  const page = await get(url);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.text).toContain('<h1>The &lt;Shop&gt; would like to hear from you</h1>');
  expect(page.text).not.toMatch(/<script|https?:\/\//);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'/);
  expect(page.headers.get('x-frame-options')).toBeNull();
  expect(page.headers.get('referrer-policy')).toBe('same-origin');
  expect((await get(url, { 'accept-language': 'fr, ar-EG;q=0.9, de;q=0.1' })).text).toContain(
    '<html lang="ar" dir="rtl">',
  );
  expect((await get(`${url}?lang=de`)).text).toContain('möchte von Ihnen hören');
  for (const token of ['nonsense', 'a.b', `${url.split('/').at(-1)}x`]) {
    const wrong = await get(`${house.serving.url}/s/${token}`, { 'accept-language': 'es' });
    expect([wrong.status, wrong.text.includes('Este enlace no funciona')]).toEqual([404, true]);
  }
  const preview = (await house.as.viewer.call('/surveys/page')).body.preview as string;
  const seen = await get(`${house.serving.url}${preview}`);
  expect(seen.text).toContain('Preview');
  expect((await send(`${house.serving.url}${preview}`, { 'q-nps': '9' })).status).toBe(404);
});

test('an open link: what is missing is said, an answer is kept before the thanks, and twice is once', async () => {
  await opened(survey('open'));
  const url = await linkOf('open', 'letter');
  const submission = hidden((await get(url)).text);
  const faulty = await send(url, { submission, 'q-why': 'slow "<b>', 'q-nps': '11' });
  expect([faulty.status, hidden(faulty.text)]).toEqual([422, submission]);
  expect(faulty.text).toContain('slow &quot;&lt;b&gt;');
  expect(faulty.text).toContain('Please answer this question.');
  const noAddress = await send(url, { submission, 'q-nps': '2', contact: 'yes', email: 'nowhere' });
  expect([noAddress.status, noAddress.text.includes('id="email-bad"')]).toEqual([422, true]);
  const fields = {
    submission,
    'q-nps': '2',
    'q-why': 'Call me: +34 600 123 456',
    contact: 'yes',
    email: 'Ana@Example.org',
  };
  const kept = await send(url, fields);
  expect([kept.status, kept.location?.endsWith('/thanks?lang=en&call=1')]).toEqual([303, true]);
  expect(await answers('open')).toHaveLength(1);
  await send(url, { ...fields, 'q-nps': '9' });
  const thanks = await get(new URL(kept.location ?? '', url).href);
  expect(thanks.text).toContain('Your answer has arrived.');
  const [one, ...more] = await counted('open');
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    score: 2,
    scale: '0-10',
    felt: 'unhappy',
    channel: 'letter',
    mayContact: true,
    isKnown: true,
  });
  expect([one?.text, one?.journey, one?.step]).toEqual(['Call me: •••', 'order', 'arrive']);
  const asked = await put(house.as.editor, survey('open', { questions: [question('ces', 'ces')] }));
  expect(asked.status).toBe(422);
});

test('people are asked by mail once, by links of their own, and can refuse', async () => {
  await opened(survey('mail', { languages: ['en', 'de'], questions: [question('why', 'open')] }));
  const { operator, editor, viewer } = house.as;
  const recipients = [
    { email: 'ana@example.org', person: 'ana' },
    { email: 'Ben@example.org', language: 'de' },
    { email: 'ana@example.org', person: 'ana' },
  ];
  expect((await post(editor, '/surveys/mail/invitations', { recipients })).status).toBe(403);
  const expected = { invited: 2, held: [{ why: 'twice in the list', people: 1 }] };
  expect((await post(operator, '/surveys/mail/invitations', { recipients, isRehearsal: true })).body).toEqual(expected);
  expect((await post(operator, '/surveys/mail/invitations', { recipients })).body).toEqual(expected);
  const again = await post(operator, '/surveys/mail/invitations', { recipients });
  expect(again.body).toEqual({
    invited: 0,
    held: [
      { why: 'asked this lately', people: 2 },
      { why: 'twice in the list', people: 1 },
    ],
  });
  const { state, own } = house;
  const rows = await state.db.selectFrom('outbox').select(['id', 'message']).where('workspace', '=', own).execute();
  const mails = rows.map(({ message }) => JSON.parse(message));
  const [ana, ben] = ['ana@example.org', 'Ben@example.org'].map((to) => mails.find((mail) => mail.to === to));
  expect(ben.subject).toBe('The <Shop>: Wie war es für Sie?');
  expect(ana.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const url = /http\S+\/s\/[^\s?]+/.exec(ana.text)?.[0] ?? '';
  expect((await get(url)).text).toContain('Please do not ask me again');
  expect((await send(url, {})).status).toBe(422);
  expect((await send(url, { 'q-why': 'Fine' })).status).toBe(303);
  expect((await send(url, { 'q-why': 'Changed' })).status).toBe(303);
  expect((await get(url)).text).toContain('Your answer has arrived.');
  const [one, ...more] = await counted('mail');
  expect([one?.text, one?.isKnown, more]).toEqual(['Fine', true, []]);
  const stop = /<(http[^>]+)>/.exec(ben.headers['List-Unsubscribe'])?.[1] ?? '';
  expect((await send(stop, { 'List-Unsubscribe': 'One-Click' })).text).toContain('Wir werden Sie nicht wieder fragen.');
  const links = await post(operator, '/surveys/mail/personal-links', { people: ['ben@example.org', 'cle'] });
  expect(JSON.parse(links.text)).toMatchObject([{ url: null, why: 'refused' }, { why: null }]);
  expect(JSON.parse((await viewer.call('/surveys/mail/rates')).text)).toEqual([
    { channel: 'app', invited: 1, delivered: 1, opened: 0, answered: 0 },
    { channel: 'email', invited: 2, delivered: 1, opened: 1, answered: 1 },
  ]);
  expect((await viewer.call('/surveys/mail')).body.counts).toMatchObject({ invited: 3, answers: 1 });
  expect((await viewer.call('/surveys/mail/forecast')).body).toMatchObject({ people: 0, basis: 'assumed' });
});

test('QR code and snippet lead to the survey; other sites may load the script and nothing else', async () => {
  await opened(survey('qr'));
  const qr = await house.as.viewer.call('/surveys/qr/qr');
  expect(qr.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(qr.text).toMatch(/^<svg|^<\?xml/);
  const { snippet } = (await house.as.viewer.call('/surveys/qr/links')).body as { snippet: string };
  expect(snippet).toContain('/s/ask.js');
  const foreign = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  const script = await get(`${house.serving.url}/s/ask.js`, foreign);
  expect([script.status, script.headers.get('cross-origin-resource-policy')]).toEqual([200, 'cross-origin']);
  expect((await get(await linkOf('qr'), foreign)).status).toBe(403);
  const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  expect(await statusOf(await linkOf('qr'), framed)).toBe(200);
});

test('feedback records become answers once, and come out as they went in', async () => {
  const { operator, editor } = house.as;
  const base = {
    submission_id: 'r-1',
    collected_at: '2026-10-01T10:00:00Z',
    source_type: 'survey',
    source_name: 'NPS',
  };
  const records = [
    {
      ...base,
      field_id: 'nps',
      field_type: 'nps',
      value_number: 3,
      user_id: 'ana',
      metadata: { journey: 'order', step: 'pay' },
    },
    { ...base, field_id: 'why', field_type: 'text', value_text: 'Too slow' },
    { ...base, field_id: 'got', field_type: 'categorical', value_text: 'partly' },
    { ...base, field_id: 'age', field_type: 'number', value_number: 61 },
    { ...base, submission_id: 'r-2', field_id: 'why', field_type: 'text' },
  ];
  expect((await post(editor, '/feedback-records', { records })).status).toBe(403);
  expect((await post(operator, '/feedback-records', { records })).body).toEqual({ taken: 1, repeated: 0 });
  expect((await post(operator, '/feedback-records', { records })).body).toEqual({ taken: 0, repeated: 1 });
  const out = (await operator.call('/feedback-records')).body.data as { submission_id: string; field_id: string }[];
  const mine = out.filter((record) => record.submission_id === 'r-1');
  expect(mine.map(({ field_id }) => field_id).sort()).toEqual(['age', 'got', 'nps', 'why']);
  expect(mine.find(({ field_id }) => field_id === 'nps')).toMatchObject({
    collected_at: '2026-10-01T10:00:00.000Z',
    user_id: 'ana',
    value_number: 3,
    metadata: { journey: 'order', step: 'pay' },
  });
  expect((await post(operator, '/feedback-records', { records: mine })).body).toEqual({ taken: 0, repeated: 1 });
  const bad = await post(operator, '/feedback-records', { records: [{ ...base, field_id: 'x', field_type: 'mood' }] });
  expect(bad.status).toBe(400);
});

test('how long people are spared is an admin’s to say', async () => {
  const { admin, operator, viewer } = house.as;
  const rules = { restDays: 7, restDaysByKind: { nps: 60 } };
  expect((await operator.call('/ask-rules', { method: 'PUT', body: rules })).status).toBe(403);
  expect((await admin.call('/ask-rules', { method: 'PUT', body: rules })).body).toEqual(rules);
  expect((await viewer.call('/ask-rules')).body).toEqual(rules);
});
