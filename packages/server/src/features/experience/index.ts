export { customerPages, languageOf, sendPage, sendUnknownLink } from './respond/customer-pages.ts';
export { escapeHtml } from './respond/escape.ts';
export type { RespondentPage } from './respond/page.ts';
export { respondentPage } from './respond/page.ts';
