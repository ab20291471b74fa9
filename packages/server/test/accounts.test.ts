import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_RULE, ADDRESS_RULE } from '../src/features/accounts/sign-in.ts';
import { type Browser, type House, PASSWORD, type Reply, startBare, startHouse } from './house.ts';

const post = (by: Browser, path: string, body: unknown = {}): Promise<Reply> => by.call(path, { method: 'POST', body });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('before the first account', () => {
  let bare: Awaited<ReturnType<typeof startBare>> | undefined;
  afterEach(async () => {
    await bare?.close();
    bare = undefined;
  });
  const account = { login: 'ada', name: 'Ada', password: PASSWORD };

  test('this machine is open, says so, and closes with the first account', async () => {
    bare = await startBare();
    const [page, other] = [bare.browser(), bare.browser()];
    expect((await page.call('/session')).body).toMatchObject({ mode: 'open', role: 'admin', user: null });
    expect((await page.call('/overview')).status).toBe(200);
    expect((await post(page, '/invitations', { role: 'viewer' })).body).toMatchObject({ code: 'account.conflict' });
    expect((await post(page, '/first-admin', account)).body).toMatchObject({ mode: 'account', role: 'admin' });
    expect((await page.call('/overview')).status).toBe(200);
    expect((await other.call('/overview')).body).toMatchObject({ code: 'login.required' });
    expect((await other.call('/session')).body).toMatchObject({ mode: 'login', role: null });
    expect((await post(other, '/first-admin', { ...account, login: 'eve' })).status).not.toBe(200);
    const log = await bare.state.audit.list(bare.state.db, 1);
    expect(log).toMatchObject([{ action: 'account.first', actor: 'user 1', thing: 'user 1' }]);
  });

  test('two first admins at once: one of them is', async () => {
    bare = await startBare();
    const pages = [bare.browser(), bare.browser()] as const;
    const made = await Promise.all(pages.map((page, i) => post(page, '/first-admin', { ...account, login: `a${i}` })));
    expect(made.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('under a public address only the printed link works, once, for 24 hours', async () => {
    bare = await startBare({ CONTINUO_URL: 'https://journeys.example' });
    const token = bare.serving.firstAdminLink?.split('#token=')[1];
    expect(bare.serving.firstAdminLink).toMatch(/^https:\/\/journeys\.example\/welcome\/admin#token=.{43}$/);
    const page = bare.browser();
    expect((await page.call('/session')).body).toMatchObject({ mode: 'first-admin', role: null });
    expect((await page.call('/overview')).status).toBe(401);
    expect((await post(page, '/first-admin', account)).body).toMatchObject({ code: 'link.unknown' });
    expect((await post(page, '/first-admin', { ...account, token: `${token}x` })).body).toMatchObject({
      code: 'link.unknown',
    });
    bare.later(24 * HOUR_MS + 1);
    expect((await post(page, '/first-admin', { ...account, token })).body).toMatchObject({ code: 'link.unknown' });
    bare.later(-24 * HOUR_MS);
    const reply = await post(page, '/first-admin', { ...account, token });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(
      /^__Host-continuo_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(reply.headers.get('strict-transport-security')).not.toBeNull();
    expect(JSON.stringify(await bare.state.db.selectFrom('sessions').selectAll().execute())).not.toContain(
      page.cookie()?.split('=')[1],
    );
  });
});

describe('with accounts', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  }, 60_000);
  afterAll(() => house?.close());
  let count = 0;
  const fresh = async (role: 'viewer' | 'editor' | 'operator' | 'admin' = 'viewer') => {
    count += 1;
    const login = `someone-${count}`;
    return { login, ...(await house.join(login, role)) };
  };
  const isIn = async (by: Browser): Promise<boolean> => (await by.call('/overview')).status === 200;

  test('a wrong password and an unknown account are answered alike', async () => {
    const { login } = await fresh();
    const wrong = await post(house.browser(), '/login', { login, password: 'some other words' });
    const unknown = await post(house.browser(), '/login', { login: 'nobody-here', password: 'some other words' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'login.failed' } });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  test('signing in gives a session of its own: a planted cookie is not taken over, an older one ends', async () => {
    const { login, browser } = await fresh();
    const planted = house.browser('continuo_session=planted-by-somebody');
    await post(planted, '/login', { login, password: PASSWORD });
    expect(planted.cookie()).not.toContain('planted');
    expect(await isIn(house.browser('continuo_session=planted-by-somebody'))).toBe(false);
    const before = browser.cookie();
    await post(browser, '/login', { login, password: PASSWORD });
    expect(browser.cookie()).not.toBe(before);
    expect(await isIn(house.browser(before))).toBe(false);
    expect(await isIn(browser)).toBe(true);
  });

  test('after signing out the cookie is worth nothing', async () => {
    const { browser } = await fresh();
    const kept = browser.cookie();
    expect(await isIn(house.browser(kept))).toBe(true);
    const out = await post(browser, '/logout');
    expect(out.body).toMatchObject({ mode: 'login', csrf: null });
    expect(out.headers.get('set-cookie')).toMatch(/^continuo_session=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/);
    expect(await isIn(house.browser(kept))).toBe(false);
  });

  test('a session ends after 12 hours without use', async () => {
    const { browser } = await fresh();
    house.later(12 * HOUR_MS - MINUTE_MS);
    expect(await isIn(browser)).toBe(true);
    house.later(12 * HOUR_MS + 1);
    expect(await isIn(browser)).toBe(false);
    for (const role of ['admin', 'viewer', 'editor', 'operator'] as const)
      await post(house.as[role], '/login', { login: role, password: PASSWORD });
  });

  test('a change needs the token of a page, and one of another session does not do', async () => {
    const [ana, ben] = [await fresh(), await fresh()];
    const bare = house.browser(ana.browser.cookie());
    const token = { name: 'x', role: 'viewer' };
    expect(await post(bare, '/tokens', token)).toMatchObject({ status: 403, body: { code: 'request.refused' } });
    const foreign = { method: 'POST', body: token, headers: { 'continuo-csrf': ben.browser.csrf() ?? '' } };
    expect((await bare.call('/tokens', foreign)).status).toBe(403);
    const own = { ...foreign, headers: { 'continuo-csrf': ana.browser.csrf() ?? '' } };
    expect((await bare.call('/tokens', own)).status).toBe(200);
    const elsewhere = { ...own, headers: { ...own.headers, origin: 'https://evil.example' } };
    expect((await bare.call('/tokens', elsewhere)).status).toBe(403);
  });

  test('another password ends all other sessions and gives this one a new secret', async () => {
    const { login, browser } = await fresh();
    const second = await house.signIn(login);
    const before = browser.cookie();
    const change = (current: string, next: string) => post(browser, '/account/password', { current, next });
    expect((await change('not the password', 'another long one')).body).toMatchObject({ code: 'login.failed' });
    expect((await change(PASSWORD, 'short')).body).toMatchObject({ code: 'input.invalid' });
    expect((await change(PASSWORD, 'another long one')).status).toBe(200);
    expect(await isIn(second)).toBe(false);
    expect(await isIn(house.browser(before))).toBe(false);
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(await house.signIn(login))).toBe(false);
    expect(await isIn(await house.signIn(login, 'another long one'))).toBe(true);
  });

  test('another role counts at once, and ends the sessions that had the old one', async () => {
    const { id, login, browser } = await fresh('admin');
    await post(house.as.admin, `/members/${id}/role`, { role: 'viewer' });
    expect(await isIn(browser)).toBe(false);
    const anew = await house.signIn(login);
    expect((await anew.call('/session')).body).toMatchObject({ role: 'viewer' });
    expect((await anew.call('/members')).status).toBe(403);
  });

  test('whoever is taken out is out: sessions and tokens', async () => {
    const { id, login, browser } = await fresh('operator');
    const { token } = (await post(browser, '/tokens', { name: 'x', role: 'operator' })).body;
    expect((await house.browser().call('/overview', bearer(String(token)))).status).toBe(200);
    await house.as.admin.call(`/members/${id}`, { method: 'DELETE' });
    expect(await isIn(browser)).toBe(false);
    expect((await house.browser().call('/overview', bearer(String(token)))).status).toBe(401);
    const anew = house.browser();
    expect((await post(anew, '/login', { login, password: PASSWORD })).status).toBe(200);
    expect((await anew.call('/overview')).body).toMatchObject({ code: 'access.denied' });
  });

  test('the last admin can neither leave nor become less', async () => {
    const me = ((await house.as.admin.call('/session')).body.user as { id: number }).id;
    expect((await house.as.admin.call(`/members/${me}`, { method: 'DELETE' })).status).toBe(409);
    expect((await post(house.as.admin, `/members/${me}/role`, { role: 'editor' })).status).toBe(409);
  });

  test('an invitation works once; whoever has an account joins with it', async () => {
    const invite = async () => (await post(house.as.admin, '/invitations', { role: 'editor' })).body.token;
    const token = await invite();
    const account = { login: 'invited', name: 'I', password: PASSWORD };
    expect((await post(house.browser(), '/invitations/accept', { token })).body).toMatchObject({
      code: 'login.required',
    });
    const weak = { ...account, password: 'password12345' };
    expect((await post(house.browser(), '/invitations/accept', { token, account: weak })).status).toBe(400);
    expect((await post(house.browser(), '/invitations/look', { token })).body).toMatchObject({ role: 'editor' });
    expect((await post(house.browser(), '/invitations/accept', { token, account })).status).toBe(200);
    const again = await post(house.browser(), '/invitations/accept', { token, account: { ...account, login: 'x' } });
    expect(again.body).toMatchObject({ code: 'link.unknown' });
    const { browser } = await fresh('viewer');
    expect((await post(browser, '/invitations/accept', { token: await invite() })).body).toMatchObject({
      role: 'editor',
    });
    const late = await invite();
    house.later(7 * 24 * HOUR_MS);
    expect((await post(house.browser(), '/invitations/look', { token: late })).status).toBe(404);
    house.later(-7 * 24 * HOUR_MS);
  });

  test('a token may what it was made for, never more than its owner, and makes no tokens', async () => {
    const { browser } = await fresh('operator');
    expect((await post(browser, '/tokens', { name: 'x', role: 'admin' })).status).toBe(403);
    const made = (await post(browser, '/tokens', { name: 'reader', role: 'viewer' })).body;
    const program = house.browser();
    const ask = (path: string, more: object = {}) => program.call(path, { ...bearer(String(made.token)), ...more });
    expect((await ask('/session')).body).toMatchObject({ mode: 'account', role: 'viewer', csrf: null });
    expect((await ask('/export')).status).toBe(403);
    expect((await ask('/tokens')).status).toBe(403);
    expect((await ask('/seen/sawGraph', { method: 'POST', body: {} })).status).toBe(200);
    await browser.call(`/tokens/${made.id}`, { method: 'DELETE' });
    expect((await ask('/overview')).status).toBe(401);
  });

  test('the terminal of this machine is an admin; a wrong token is nobody', async () => {
    const ask = (token: string, headers = {}) =>
      house.browser().call('/session', { headers: { authorization: `Bearer ${token}`, ...headers } });
    expect((await ask(house.serving.token)).body).toMatchObject({ mode: 'terminal', role: 'admin' });
    expect((await ask(`${house.serving.token}x`)).body).toMatchObject({ mode: 'login' });
    expect((await ask(house.serving.token, { 'x-forwarded-for': '203.0.113.9' })).body).toMatchObject({
      mode: 'login',
    });
  });

  test('the audit log is whole, and knows the names behind the numbers', async () => {
    const { body } = await house.as.admin.call('/audit?action=account.first');
    expect(body).toMatchObject({ entries: [{ name: 'Ada Admin', action: 'account.first' }] });
    expect((await house.as.admin.call('/audit/check')).body).toMatchObject({ isWhole: true });
  });
});

describe('tries slow down', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  }, 60_000);
  afterAll(() => house?.close());
  const attempt = (login: string, password = 'some other words') =>
    post(house.browser(), '/login', { login, password });

  test.each(['viewer', 'nobody-of-that-name'])('for %s, also when there is no such account', async (login) => {
    for (let i = 0; i <= ACCOUNT_RULE.free; i += 1) expect((await attempt(login)).status).toBe(401);
    const slow = await attempt(login, PASSWORD);
    expect(slow).toMatchObject({ status: 429, body: { code: 'login.slow' } });
    expect(Number(slow.headers.get('retry-after'))).toBeGreaterThan(0);
    house.later(ACCOUNT_RULE.longestMs);
    expect((await attempt(login, PASSWORD)).status).toBe(login === 'viewer' ? 200 : 401);
  });

  test('it survives a restart: what counts is kept in the state', async () => {
    expect(await house.state.db.selectFrom('throttles').select('key').execute()).not.toEqual([]);
  });

  test('for an address, whatever accounts are tried', async () => {
    house.later(ADDRESS_RULE.forgetMs);
    const tries = Array.from({ length: ADDRESS_RULE.free + 2 }, (_, i) => `guess-${i}`);
    const statuses: number[] = [];
    for (const login of tries) statuses.push((await attempt(login)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await attempt('admin', PASSWORD)).status).toBe(429);
    house.later(ADDRESS_RULE.longestMs);
    expect((await attempt('admin', PASSWORD)).status).toBe(200);
  });
});
