import { createHash } from 'node:crypto';
import { Problem } from '@continuo/core';
import { createTransport, type Transporter } from 'nodemailer';
import type { Attempt, Sender } from './outbox.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://` with user and password. A secret: never logged. */
  readonly server: string;
  /** Who writes, for instance `Continuo <journeys@example.org>`. */
  readonly from: string;
  /** For tests: how long anything may take; default 10 s to connect, 30 s between two answers. */
  readonly patienceMs?: number;
}

/** Sends e-mails of the outbox, each over a connection of its own. */
export function mailSender(settings: MailSettings): Sender {
  const transport = transportOf(settings);
  const domain = /@([^\s>@]+)/.exec(settings.from)?.[1] ?? 'localhost';
  return async ({ workspace, id, message }) => {
    if (message.kind !== 'mail') throw new Problem('internal', 'A webhook came to the e-mails.');
    const { to, subject, text, html, attachments = [], headers } = message;
    try {
      await transport.sendMail({
        from: settings.from,
        // As an object: a comma in an address must not make two of it.
        to: { name: '', address: to },
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        ...(headers === undefined ? {} : { headers: { ...headers } }),
        // The same for every attempt, so that mailboxes can tell a repeat.
        messageId: `<${createHash('sha256').update(`${workspace}/${id}`).digest('hex').slice(0, 40)}@${domain}>`,
        attachments: attachments.map(({ name, type, base64 }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(base64, 'base64'),
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: 'sent', answer: 250 };
    } catch (error) {
      return failureOf(error);
    }
  };
}

function transportOf({ server, patienceMs }: MailSettings): Transporter {
  const url = new URL(server);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const hasPassword = url.password !== '';
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(hasPassword
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    // A password crosses a network only through TLS; inside this machine any certificate will do.
    requireTLS: hasPassword && !isHere,
    tls: { rejectUnauthorized: !isHere },
    connectionTimeout: patienceMs ?? 10_000,
    greetingTimeout: patienceMs ?? 10_000,
    dnsTimeout: patienceMs ?? 10_000,
    socketTimeout: patienceMs ?? 30_000,
  });
}

/** An answer of the other side is final when it says so (5xx) about this e-mail; about our login an operator can do something. */
function failureOf(error: unknown): Attempt {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  const answer = responseCode ?? null;
  if (code === 'EAUTH') return { kind: 'later', answer, error: 'The mail server refuses our name or password.' };
  if (code === 'ETLS') return { kind: 'later', answer, error: 'The mail server offers no safe connection (TLS).' };
  if (answer !== null && answer >= 500)
    return { kind: 'never', answer, error: `The mail server refuses this address or e-mail for good (${answer}).` };
  if (answer !== null) return { kind: 'later', answer, error: `The mail server asks to try later (${answer}).` };
  if (code === 'EENVELOPE') return { kind: 'never', answer, error: 'This is no e-mail address.' };

  if (error instanceof Error && /certificate/i.test(error.message))
    return { kind: 'later', answer, error: 'The mail server’s certificate is not valid.' };
  return { kind: 'later', answer, error: 'The mail server cannot be reached.' };
}
