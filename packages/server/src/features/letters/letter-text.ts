import type { Letter, LetterPart } from '@continuo/contract';
import { letterLinkWords } from '@continuo/diagram';
import { escapeHtml } from '../experience/index.ts';
import { LETTER_WORDS as WORDS } from './letter-words.ts';

/** Where the pages are that a letter points at: `https://…/w/<workspace>`. */
export type PagesAt = string;

const after = ({ detail, owner, next }: LetterPart): string =>
  [detail, WORDS.answersFor(owner), WORDS.next(next)].filter((part) => part !== '').join(' ');

/** As Markdown. */
export function letterMarkdown({ title, lead, parts, foot }: Letter, pages: PagesAt): string {
  const sections = parts.map((part) => {
    const more = after(part);
    const link = part.path === null ? '' : `[${letterLinkWords(part.path)}](${pages}/${part.path})`;
    const body = [`**${escapeMarkdown(part.text)}**`, escapeMarkdown(more), link].filter((line) => line !== '');
    return `## ${part.heading}\n\n${body.join('\n\n')}`;
  });
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(lead), ...sections, `*${escapeMarkdown(foot)}*`].join('\n\n')}\n`;
}

/** As plain text, lines as long as they are. */
export function letterText({ title, lead, parts, foot }: Letter, pages: PagesAt): string {
  const sections = parts.map((part) => {
    const lines = [
      part.heading.toUpperCase(),
      part.text,
      after(part),
      part.path === null ? '' : `${pages}/${part.path}`,
    ];
    return lines.filter((line) => line !== '').join('\n');
  });
  return `${[title, lead, ...sections, foot].join('\n\n')}\n`;
}

/** As a whole HTML page that mail programs read: no script, no picture, nothing loaded from anywhere. */
export function letterHtml({ title, lead, parts, foot }: Letter, pages: PagesAt, leave: string | null): string {
  const sections = parts.map((part) => {
    const more = after(part);
    const link =
      part.path === null
        ? ''
        : `<p style="margin:0"><a href="${escapeHtml(`${pages}/${part.path}`)}">${letterLinkWords(part.path)}</a></p>`;
    return `<h2 style="font-size:15px;margin:24px 0 4px">${escapeHtml(part.heading)}</h2>
<p style="font-size:16px;font-weight:600;margin:0 0 4px">${escapeHtml(part.text)}</p>
${more === '' ? '' : `<p style="margin:0 0 4px">${escapeHtml(more)}</p>`}${link}`;
  });
  const end = leave === null ? '' : ` <a href="${escapeHtml(leave)}">${WORDS.leave}</a>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title></head>
<body style="font:15px/1.5 system-ui,sans-serif;max-width:640px;margin:24px auto;padding:0 16px">
<h1 style="font-size:20px">${escapeHtml(title)}</h1>
<p>${escapeHtml(lead)}</p>
${sections.join('\n')}
<p style="margin-top:32px;font-size:13px">${escapeHtml(foot)}${end}</p>
</body></html>
`;
}

/** Words of customers must not become headings, links or pictures. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, (letter) => `\\${letter}`).replace(/\s*\n\s*/g, ' ');
}
