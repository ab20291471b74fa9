import { FILE_ROUTES, QUESTIONS, type QuestionName, ROUTE_ACCESS } from '@continuo/contract';
import { HELD } from '@continuo/state';
import { HELD_IN_WAREHOUSE } from '@continuo/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, type Reply, startHouse } from './house.ts';
import { shopMap } from './journey-shop.ts';

const STAFF = ['Zoe Staffer', 'Yan Clerkson', 'Wim Helper'];
const WORDS = 'marmalade everywhere';
const MORE_WORDS = 'cardamom everywhere';
const WHO = 'ana@example.org';

/** Twelve customers, served by three of the staff; one of them wrote something. */
function log(): string {
  const people = [WHO, ...Array.from({ length: 11 }, (_, n) => `p${n}@example.org`)];
  const rows = people.flatMap((person, n) =>
    ['Order', 'Pay', 'Get'].map((activity, step) =>
      [
        ...[`c${n}`, person, activity, `2026-01-0${step + 1}T1${n === 0 ? 1 : 0}:00:00Z`],
        ...[STAFF[n % 3], `${n % 2 === 0 ? 'north' : 'south'}`, step === 2 ? (n === 0 ? 1 : 5) : ''],
        n === 0 && step === 2 ? WORDS : '',
      ].join(','),
    ),
  );
  return ['case,person,activity,time,handled_by,region,score,comment', ...rows].join('\n');
}

let house: House;
let person: string;
let run: string;

beforeAll(async () => {
  house = await startHouse();
  const { admin } = house.as;
  const form = new FormData();
  form.append('file', new Blob([log()]), 'log.csv');
  const { body } = await admin.call('/imports', { method: 'POST', body: form });
  const { mapping } = body.preview as { mapping: Record<string, unknown> };
  const columns = { caseKey: 'case', person: 'person', activity: 'activity', activityName: null, time: 'time' };
  const felt = { score: 'score', scale: '1-5', text: 'comment' };
  const properties = ['handled_by', 'region'];
  const wishes = { ...mapping, ...columns, ...felt, ...('properties' in mapping ? { properties } : {}) };
  const started = await admin.call(`/imports/${body.id}/start`, { method: 'POST', body: wishes });
  if (started.status !== 200) throw new Error(started.text);
  for (let status = ''; status !== 'done'; status = String((await admin.call(`/imports/${body.id}`)).body.status))
    await new Promise((resolve) => setTimeout(resolve, 20));
  // Answers to a second open question have no field of their own.
  const field = (field_id: string, value_text: string) => ({
    ...{ submission_id: 's-1', source_type: 'survey', user_id: WHO, field_type: 'text', field_id, value_text },
  });
  const records = [field('why', 'As usual'), field('else', MORE_WORDS)];
  await admin.call('/feedback-records', { method: 'POST', body: { records } });
  const isCounted = async (): Promise<boolean> =>
    ((await admin.call('/answers')).body.answers as { isCounted: boolean }[]).every((one) => one.isCounted);
  while (!(await isCounted())) await new Promise((resolve) => setTimeout(resolve, 20));
  const shop = { from: 'contract', contract: shopMap('shop') };
  await admin.call('/journeys', { method: 'POST', body: shop });
  const judge = { method: 'POST', body: { judgedBy: 'draft' } };
  while ((await admin.call('/journeys/shop/judge', judge)).body.isReady !== true)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const { result } = (await ask('people', { search: WHO })).body as {
    result: { rows: readonly { person: string; run: string }[] };
  };
  ({ person, run } = result.rows[0] as { person: string; run: string });
}, 120_000);
afterAll(() => house?.close());

const ask = (question: string, input: unknown = {}, scope: unknown = {}): Promise<Reply> =>
  house.as.admin.call(`/ask/${question}`, { method: 'POST', body: { input, scope } });

interface Walked {
  readonly at: string;
  readonly audit: string | null;
  readonly reply: Reply;
}

const INPUTS: Readonly<Partial<Record<QuestionName, () => unknown>>> = {
  timeline: () => ({ person }),
  funnel: () => ({ steps: [['Order'], ['Get']] }),
  flow: () => ({ anchor: 'Pay' }),
  series: () => ({ activity: 'Pay' }),
  silent: () => ({ at: { kind: 'activity', activity: 'Get' } }),
};

/** Every question and every route that reads, as an admin, who may see the most. Streams never end and are left out. */
async function walk(): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  for (const name of Object.keys(QUESTIONS) as QuestionName[]) {
    const scope = name.startsWith('journey-') ? { unit: 'journey', journey: { key: 'shop', judgedBy: 'draft' } } : {};
    const input = INPUTS[name]?.() ?? {};
    walked.push({ at: `ask ${name}`, audit: null, reply: await ask(name, input, scope) });
    const query = `format=csv&scope=${encodeURIComponent(JSON.stringify(scope))}&input=${encodeURIComponent(JSON.stringify(input))}`;
    walked.push({ at: `draw ${name}`, audit: null, reply: await house.as.admin.call(`/draw/${name}?${query}`) });
  }
  for (const { method, path, audit } of ROUTE_ACCESS) {
    if (method !== 'GET' || path.endsWith('/live') || path.startsWith('/draw')) continue;
    const address = path.replace(':run', run).replace(':person', person).replace(':key', 'shop').replace(/:\w+/, '1');
    const query = path === '/events-seen' ? '?samples=3' : path === '/export' ? '?format=ndjson' : '';
    walked.push({ at: `GET ${path}`, audit, reply: await house.as.admin.call(`${address}${query}`) });
  }
  return walked;
}

/** The same with everything switched on, walked once. */
let open: Promise<readonly Walked[]> | undefined;
function walkOpen(): Promise<readonly Walked[]> {
  open ??= walk();
  return open;
}

/** The file somebody uploads is shown to them while they say what its columns are; the upload itself leaves a row. */
const OWN_FILE = ['GET /imports', 'GET /imports/:id', 'GET /imports/:id/rejects'];
const holding = (walked: readonly Walked[], text: string): string[] =>
  walked.filter(({ at, reply }) => !OWN_FILE.includes(at) && reply.text.includes(text)).map(({ at }) => at);

test('no question and no route tells who of the staff was there, and nothing can be compared by them', async () => {
  const walked = await walkOpen();
  const asked = walked.filter(({ at }) => at.startsWith('ask '));
  expect(asked.filter(({ reply }) => reply.status !== 200).map(({ at, reply }) => `${at} ${reply.text}`)).toEqual([]);
  for (const name of STAFF) expect(holding(walked, name)).toEqual([]);
  const { attributes } = (await house.as.admin.call('/overview')).body as { attributes: { name: string }[] };
  expect(attributes.map(({ name }) => name)).toEqual(['region']);
  const filters = [{ kind: 'attribute', attribute: 'handled_by', values: [STAFF[0]] }];
  const filtered = (await ask('summary', {}, { filters })).body as { population?: { people: number } };
  expect(filtered.population?.people ?? 0).toBe(0);
});

test('whoever learns a customer’s id leaves a row', async () => {
  const walked = await walkOpen();
  const naming = holding(walked, WHO);
  expect(naming).toContain('GET /export');
  for (const at of naming) expect([at, walked.find((one) => one.at === at)?.audit]).not.toEqual([at, null]);
  const before = (await house.state.audit.list(house.state.db, house.own, { most: 1 }))[0]?.id;
  const path = `/people/${person}/reveal`;
  const revealed = await house.as.operator.call(path, { method: 'POST', body: { purpose: 'call back' } });
  expect(revealed.text).toContain(WHO);
  const [row] = await house.state.audit.list(house.state.db, house.own, { most: 1 });
  expect(row).toMatchObject({ action: 'person.reveal', details: { purpose: 'call back' } });
  expect(row?.id).not.toBe(before);
});

describe('what an admin switches off', () => {
  const set = (switches: object): Promise<Reply> =>
    house.as.admin.call('/privacy/switches', { method: 'PUT', body: { reason: 'asked by the council', ...switches } });

  test('free text vanishes from every reply; counts stay', async () => {
    const shown = ['ask timeline', 'GET /events-seen', 'GET /export'];
    for (const words of [WORDS, MORE_WORDS])
      expect(holding(await walkOpen(), words)).toEqual(expect.arrayContaining(shown));
    const before = (await ask('summary')).body.result;
    const { body } = await set({ freeText: false, personLevel: true });
    expect(body.switches).toEqual({ freeText: false, personLevel: true });
    const walked = await walk();
    for (const words of [WORDS, MORE_WORDS]) expect(holding(walked, words)).toEqual([]);
    expect(walked.find(({ at }) => at === 'ask summary')?.reply.body.result).toEqual(before);
    expect(walked.find(({ at }) => at === 'GET /stories/:run')?.reply.status).toBe(200);
  });

  test('single customers are refused; counts stay', async () => {
    await set({ freeText: true, personLevel: false });
    const walked = await walk();
    const refused = walked.filter(({ reply }) => reply.body.code === 'switched.off').map(({ at }) => at);
    for (const at of ['ask people', 'ask timeline', 'draw people', 'GET /stories', 'GET /stories/:run', 'GET /export'])
      expect(refused).toContain(at);
    expect(holding(walked, WHO)).toEqual([]);
    const reveal = { method: 'POST', body: { purpose: 'quality' } };
    expect((await house.as.admin.call(`/people/${person}/reveal`, reveal)).body).toMatchObject({
      code: 'switched.off',
    });
    for (const at of ['ask summary', 'ask path-graph', 'ask activities'])
      expect(walked.find((one) => one.at === at)?.reply.status).toBe(200);
  });

  test('the other workspace is as it was; the log keeps who, what and why', async () => {
    expect((await house.as.stranger.call('/privacy')).body.switches).toEqual({ freeText: true, personLevel: true });
    await set({ freeText: true, personLevel: true });
    const [row] = await house.state.audit.list(house.state.db, house.own, { action: 'switches.set' });
    expect(row?.details).toEqual({ freeText: true, personLevel: true, reason: 'asked by the council' });
    expect((await set({ freeText: true, personLevel: true, reason: '' })).status).toBe(400);
  });
});

test('the sheets say every table, and what is set up outside', async () => {
  const sheet = await house.as.viewer.call(FILE_ROUTES.privacySheet.path);
  expect(sheet.headers.get('content-type')).toContain('text/markdown');
  for (const { what } of [...Object.values(HELD), ...Object.values(HELD_IN_WAREHOUSE)])
    expect(sheet.text).toContain(what);
  expect(sheet.text).toContain('Nobody: no mail server and no webhook is set up.');
  const { held } = (await house.as.viewer.call('/privacy')).body as { held: { id: string; many: number | null }[] };
  expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
  expect(held.find(({ id }) => id === 'events')?.many).toBe(37);
  const employees = await house.as.viewer.call(FILE_ROUTES.staffSheet.path);
  expect(employees.text).toMatch(/## It never shows\n\n- \*\*An individual employee in a number\./);
});
