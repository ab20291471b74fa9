import { type PageLanguage, Problem } from '@continuo/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemDetails } from '../../../platform/http/problems.ts';
import type { Services } from '../../../platform/services.ts';
import { chooseLanguage } from './choose-language.ts';
import { escapeHtml } from './escape.ts';
import { type RespondentPage, respondentPage } from './page.ts';
import { Rate } from './rate.ts';
import { PAGE_STYLE_SOURCE } from './style.ts';
import { wordsIn } from './words.ts';

// Pages may stand in a frame of any site (the snippet does that): they know no session, so nothing can be clicked for somebody.
const POLICY = [
  "default-src 'none'",
  `style-src ${PAGE_STYLE_SOURCE}`,
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/** A form with the longest texts that anybody writes. */
const FORM_BYTES = 64 * 1024;

/** Sends a page of ours to somebody without an account. */
export function sendPage(reply: FastifyReply, page: RespondentPage, status = 200): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').send(respondentPage(page));
}

/** The page that says a link does not work, and nothing about why. */
export function sendUnknownLink(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const { unknownTitle, unknown } = wordsIn(language);
  return sendPage(reply, { language, title: unknownTitle, who: '', body: `<p>${escapeHtml(unknown)}</p>` }, 404);
}

/** Language of a caller among all we speak: `?lang=`, then what the browser asks for. */
export function languageOf(request: FastifyRequest, among?: readonly PageLanguage[]): PageLanguage {
  const { lang } = request.query as { readonly lang?: unknown };
  return chooseLanguage(typeof lang === 'string' ? lang : '', request.headers['accept-language'] ?? '', among);
}

/**
 * Pages under the root for people without an account: forms can be read (as `URLSearchParams` in `request.body`), one
 * address cannot flood them, whatever breaks is said kindly in the person's language.
 */
export async function customerPages(
  app: FastifyInstance,
  { clock, log }: Pick<Services, 'clock' | 'log'>,
  routes: (pages: FastifyInstance) => void,
): Promise<void> {
  await app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    const looks = new Rate({ most: 240, everyMs: 60_000 });
    const sends = new Rate({ most: 60, everyMs: 60_000 });
    pages.addHook('onRequest', async (request, reply) => {
      reply.headers({
        'content-security-policy': POLICY,
        // With the usual `no-referrer` a browser sends a form with the origin `null`, which the guard refuses.
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'no-store',
      });
      reply.raw.removeHeader('x-frame-options');
      const rate = request.method === 'POST' ? sends : looks;
      const waitMs = rate.take(request.ip, clock.now());
      if (waitMs > 0)
        throw new Problem('request.too_many', 'Too many at once from one address.', { details: { waitMs } });
    });
    pages.setErrorHandler((error, request, reply) => {
      const { status } = problemDetails(error, request.id);
      const isMany = error instanceof Problem && error.code === 'request.too_many';
      if (status >= 500) log.error({ err: error, request: request.id }, 'page.failed');
      const waitMs = isMany ? Number(error.details.waitMs) : 0;
      if (waitMs > 0) reply.header('retry-after', Math.ceil(waitMs / 1000));
      const language = languageOf(request);
      const { tooMany, broken, brokenTitle } = wordsIn(language);
      const body = `<p>${escapeHtml(isMany ? tooMany : broken)}</p>`;
      return sendPage(reply, { language, title: brokenTitle, who: '', body }, status);
    });
    routes(pages);
  });
}
