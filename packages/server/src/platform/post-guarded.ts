import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { Problem } from '@continuo/core';
import { literalAddress, mustBeReachable, type Networks, reachOf, readWebhookUrl } from './guard-address.ts';

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface GuardedPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Private networks that may be reached. */
  readonly allowed: Networks;
  /** For the whole attempt, from DNS to the end of the answer. */
  readonly deadlineMs?: number;
  readonly resolve?: Resolve;
}

export interface PostAnswer {
  readonly status: number;
  /** What `Retry-After` asks for in seconds or as a date; null without one. */
  readonly retryAfter: string | null;
  /** Bytes of the body that were read, at most 64 KB; none of them is kept. */
  readonly bytesRead: number;
}

const DEADLINE_MS = 15_000;
const MOST_BYTES = 65_536;

const resolveAll: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Posts to an address that somebody else chose. Three layers, each of which alone refuses a private target: the address as
 * written, every answer of DNS (the connection goes to exactly those, so a second answer cannot differ), and the peer once
 * connected, before anything is sent. Redirects are answers like others; proxies of the environment are not used. Throws
 * `webhook.refused` for what may not be reached, and the error of the network, or `the deadline passed`, for the rest.
 */
export async function postGuarded(post: GuardedPost): Promise<PostAnswer> {
  const { allowed, deadlineMs = DEADLINE_MS, resolve = resolveAll } = post;
  const url = readWebhookUrl(post.url, allowed);
  const deadline = AbortSignal.timeout(deadlineMs);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const literal = literalAddress(hostname);
  const addresses = literal === null ? await within(deadline, resolve(hostname)) : [literal];
  if (addresses.length === 0) throw new Error('the name has no address');
  for (const address of addresses) mustBeReachable(url, reachOf(address, allowed));
  return send(post, url, addresses, deadline);
}

function within<T>(deadline: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((done, reject) => {
    deadline.addEventListener('abort', () => reject(late()), { once: true });
    promise.then(done, reject);
  });
}

const late = (): Error => Object.assign(new Error('the deadline passed'), { code: 'ETIMEDOUT' });

function send(
  { headers, body, allowed }: GuardedPost,
  url: URL,
  addresses: readonly string[],
  deadline: AbortSignal,
): Promise<PostAnswer> {
  return new Promise((done, reject) => {
    const make = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = make(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      agent: false,
      maxHeaderSize: 16_384,
      lookup: (_hostname, options, callback) => {
        const answers = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = answers;
        if (options.all === true) callback(null, answers);
        else callback(null, first?.address ?? '', first?.family);
      },
    });
    const end = (outcome: PostAnswer | Error): void => {
      deadline.removeEventListener('abort', tooLate);
      request.destroy();
      if (outcome instanceof Error) reject(outcome);
      else done(outcome);
    };
    const tooLate = (): void => end(late());
    deadline.addEventListener('abort', tooLate, { once: true });
    request.on('error', end);
    request.on('response', (response) => {
      deadline.removeEventListener('abort', tooLate);
      readAnswer(response, deadline, end);
    });
    whenConnected(request, url.protocol === 'https:' ? 'secureConnect' : 'connect', (peer) => {
      try {
        mustBeReachable(url, reachOf(peer ?? '', allowed));
        request.end(body);
      } catch (problem) {
        end(problem as Problem);
      }
    });
    if (deadline.aborted) tooLate();
  });
}

/** Says who is at the other end as soon as there is one; nothing has been sent then but the handshake. */
function whenConnected(
  request: ClientRequest,
  event: 'connect' | 'secureConnect',
  act: (peer: string | undefined) => void,
): void {
  // Headers leave with the body: neither is written before `end`.
  request.on('socket', (socket) => socket.once(event, () => act(socket.remoteAddress)));
}

/** The status is the answer, whatever happens to its body: that is read for politeness, to an end. */
function readAnswer(response: IncomingMessage, deadline: AbortSignal, end: (outcome: PostAnswer) => void): void {
  const { statusCode = 0, headers } = response;
  let bytesRead = 0;
  const finish = (): void => {
    deadline.removeEventListener('abort', finish);
    end({ status: statusCode, retryAfter: headers['retry-after'] ?? null, bytesRead });
  };
  deadline.addEventListener('abort', finish, { once: true });
  response.on('data', (chunk: Buffer) => {
    bytesRead = Math.min(bytesRead + chunk.length, MOST_BYTES);
    if (bytesRead === MOST_BYTES) finish();
  });
  response.on('close', finish);
  response.on('error', finish);
}

/** What went wrong, in words for an admin; nothing of the other side's own words. */
export function postErrorText(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ERRORS[code] ?? (code.startsWith('ERR_TLS') || code.includes('CERT') ? NO_TLS : 'The connection broke.');
}

const NO_TLS = 'Its certificate is not valid for this address.';
const ERRORS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of this name.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'Nobody listens at this address.',
  ETIMEDOUT: 'It did not answer in time.',
  ECONNRESET: 'It closed the connection without an answer.',
  EHOSTUNREACH: 'There is no way to this address.',
  ENETUNREACH: 'There is no way to this address.',
  DEPTH_ZERO_SELF_SIGNED_CERT: NO_TLS,
  SELF_SIGNED_CERT_IN_CHAIN: NO_TLS,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NO_TLS,
};
