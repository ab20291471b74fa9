import type { PageLanguage } from '@continuo/core';
import { escapeHtml } from './escape.ts';
import { PAGE_STYLE } from './style.ts';

export interface RespondentPage {
  readonly language: PageLanguage;
  /** Plain text: title of the tab and heading of the page. */
  readonly title: string;
  /** Who stands behind the page, plain text; empty: nobody is named. */
  readonly who: string;
  /** HTML that is safe already: what came from people went through `escapeHtml`. */
  readonly body: string;
  /** There is none, on no page of this kind. */
  readonly script?: never;
}

const RIGHT_TO_LEFT: ReadonlySet<PageLanguage> = new Set(['ar', 'he']);

/**
 * A whole page for people without an account, customers and staff: works without script, in both themes, from 320 px on.
 * Classes for the body: `soft`, `note`, `bad`; `choices` (with `numbers`) around labels of radio buttons; `ends`; `field`
 * with `ask` for a text field; `tick` for a check box.
 */
export function respondentPage({ language, title, who, body }: RespondentPage): string {
  const direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  const name = escapeHtml(title);
  const tab = who === '' ? name : `${name} · ${escapeHtml(who)}`;
  const foot = who === '' ? '' : `<footer>${escapeHtml(who)}</footer>\n`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<title>${tab}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${name}</h1>
${body}
</main>
${foot}</body>
</html>
`;
}
