import { type Delivery, openState, type State } from '@continuo/state';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log.ts';
import { mailSender } from './mail.ts';
import { Outbox } from './outbox.ts';
import { temporaryFolder } from './test-folder.ts';

const START_MS = Date.UTC(2026, 9, 5, 8);
let nowMs = START_MS;
let state: State;
let workspace: number;
let folder: string;
const closers: (() => Promise<unknown> | unknown)[] = [];

beforeEach(async () => {
  nowMs = START_MS;
  const made = temporaryFolder();
  folder = made.folder;
  state = await openState(`sqlite:${folder}/state.sqlite`);
  ({ id: workspace } = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' }));
  closers.push(made.remove, () => state.close());
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A real mail server on this machine; gives its port and what arrived. */
async function mailServer(
  options: SMTPServerOptions = {},
  host = '127.0.0.1',
): Promise<{ port: number; raw: string[]; close(): Promise<void> }> {
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'p@ss/word' ? done(null, { user: username ?? '' }) : done(new Error('no')),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raw.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  const address = server.server.address();
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  closers.push(close);
  return { port: typeof address === 'object' && address !== null ? address.port : 0, raw, close };
}

function outboxTo(port: number, user = 'desk:p%40ss%2Fword'): Outbox {
  const mail = mailSender({
    server: `smtp://${user}@127.0.0.1:${port}`,
    from: 'Continuo <journeys@example.org>',
    patienceMs: 2000,
  });
  const outbox = new Outbox({ state, clock: { now: () => nowMs }, log: openLog('silent'), folder }, { mail });
  closers.push(() => outbox.close());
  return outbox;
}

const put = (to = 'ann@example.net', more: object = {}): Promise<boolean> =>
  state.outbox.put(state.db, {
    workspace,
    id: `to-${to}`,
    message: { kind: 'mail', to, subject: 'Wie war es? Ünïcode ✓', text: 'Erzählen Sie es uns.', ...more },
    nowMs,
  });
const standing = async (to = 'ann@example.net'): Promise<Delivery | null> =>
  state.outbox.find(state.db, workspace, `to-${to}`);
const refusal = (code: number): Error => Object.assign(new Error('no SECRET of the server'), { responseCode: code });

test('an e-mail arrives whole: text, page, attachment, headers, and a stable id', async () => {
  const { port, raw } = await mailServer();
  await put('ann@example.net', {
    html: '<p>Erzählen Sie es uns.</p>',
    attachments: [{ name: 'Brief.pdf', type: 'application/pdf', base64: Buffer.from('%PDF-1').toString('base64') }],
    headers: { 'List-Unsubscribe': '<https://journeys.example.org/u/1>' },
  });
  await outboxTo(port).sendDue();
  const email: Email = await PostalMime.parse(raw[0] ?? '');
  expect(email).toMatchObject({
    from: { name: 'Continuo', address: 'journeys@example.org' },
    to: [{ address: 'ann@example.net' }],
    subject: 'Wie war es? Ünïcode ✓',
    html: expect.stringContaining('Erzählen'),
    text: expect.stringContaining('Erzählen'),
    attachments: [{ filename: 'Brief.pdf', mimeType: 'application/pdf' }],
  });
  expect(email.messageId).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
  expect(email.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe('<https://journeys.example.org/u/1>');
  expect(await standing()).toMatchObject({ status: 'sent', attempts: 1, answer: 250 });
});

test('an address cannot smuggle in a second one, nor a header', async () => {
  const rcpt: string[] = [];
  const { port, raw } = await mailServer({
    onRcptTo: ({ address }, _session, done) => {
      rcpt.push(address);
      done();
    },
  });
  await put('ann@example.net, bob@example.net');
  await put('cyd@example.net\r\nBcc: dan@example.net');
  await put('eve@example.net', { subject: 'Hi\r\nBcc: dan@example.net' });
  await outboxTo(port).sendDue();
  expect(rcpt).not.toContain('bob@example.net');
  expect(rcpt).not.toContain('dan@example.net');
  for (const one of raw) expect(one).not.toMatch(/^Bcc:/m);
});

test.each([550, 553, 554])('an address refused with %i is given up at once', async (code) => {
  const { port } = await mailServer({ onRcptTo: (_address, _session, done) => done(refusal(code)) });
  await put();
  await outboxTo(port).sendDue();
  expect(await standing()).toMatchObject({ status: 'gave_up', attempts: 1, answer: code });
  expect((await standing())?.error).not.toMatch(/SECRET|example/);
});

test('“try later” is tried later and then arrives, under the same id', async () => {
  let tries = 0;
  const { port, raw } = await mailServer({
    onRcptTo: (_address, _session, done) => {
      tries += 1;
      if (tries < 3) done(refusal(451));
      else done();
    },
  });
  const outbox = outboxTo(port);
  await put();
  await outbox.sendDue();
  expect(await standing()).toMatchObject({ status: 'waiting', answer: 451, dueMs: nowMs + 5000 });
  nowMs += 5000;
  await outbox.sendDue();
  nowMs += 300_000;
  await outbox.sendDue();
  expect(await standing()).toMatchObject({ status: 'sent', attempts: 3, error: null });
  expect(raw).toHaveLength(1);
});

test('a server that is down is tried again when it is back', async () => {
  const gone = await mailServer();
  await gone.close();
  const outbox = outboxTo(gone.port);
  await put();
  await outbox.sendDue();
  expect(await standing()).toMatchObject({
    status: 'waiting',
    error: 'The mail server cannot be reached.',
    answer: null,
  });
});

test('a wrong password is said as such, and no e-mail is lost by it', async () => {
  const { port } = await mailServer({ authOptional: false });
  await put();
  await outboxTo(port, 'desk:wrong').sendDue();
  expect(await standing()).toMatchObject({ status: 'waiting', error: 'The mail server refuses our name or password.' });
  nowMs += 5000;
  await outboxTo(port).sendDue();
  expect(await standing()).toMatchObject({ status: 'sent' });
});

// Only Linux gives a process all of 127.0.0.0/8, and with that an address that does not count as this machine.
test.skipIf(process.platform !== 'linux').each([
  ['no TLS', ['STARTTLS'], 'The mail server offers no safe connection (TLS).'],
  ['a certificate nobody knows', [], 'The mail server’s certificate is not valid.'],
])('a password does not cross a network with %s', async (_, disabledCommands, error) => {
  const passwords: unknown[] = [];
  const { port } = await mailServer(
    {
      disabledCommands,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => {
        passwords.push(password);
        done(null, { user: 'desk' });
      },
    },
    '127.0.0.2',
  );
  const send = mailSender({ server: `smtp://desk:secret@127.0.0.2:${port}`, from: 'a@example.org', patienceMs: 2000 });
  const message = { kind: 'mail', to: 'ann@example.net', subject: '', text: '' } as const;
  const attempt = await send({ workspace, id: 'a', fence: 1, attempts: 0, createdMs: 0, message });
  expect(attempt).toMatchObject({ kind: 'later', error });
  expect(passwords).toEqual([]);
});

test('without a mail server e-mails stay, and go once there is one', async () => {
  const none = new Outbox({ state, clock: { now: () => nowMs }, log: openLog('silent'), folder }, {});
  await put();
  expect(none.hasMail).toBe(false);
  expect(await none.sendDue()).toBe(0);
  expect(await standing()).toMatchObject({ status: 'waiting', attempts: 0 });
  const { port, raw } = await mailServer();
  await outboxTo(port).sendDue();
  expect(raw).toHaveLength(1);
});
