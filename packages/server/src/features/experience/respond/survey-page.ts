import { type PageLanguage, type Survey, USUAL_QUESTIONS } from '@continuo/core';
import { escapeHtml } from './escape.ts';
import { respondentPage } from './page.ts';
import { type Given, questionHtml, spoken } from './question-html.ts';
import { fill, wordsIn } from './words.ts';

export interface SurveyPage {
  readonly survey: Survey;
  readonly language: PageLanguage;
  /** Address that the form is sent to, without what follows `?`. */
  readonly action: string;
  /** Makes a second sending of the same page harmless. */
  readonly submission: string;
  /** `person`: a link of their own. `anybody`: an open link, so that whoever wants to be called must say where. */
  readonly from: 'person' | 'anybody' | 'preview';
  readonly given: Given;
  readonly missing: ReadonlySet<string>;
  /** They want to be contacted and gave no address. */
  readonly lacksEmail: boolean;
}

/** The survey as a customer sees it: who asks and why, how long it takes, the questions, whether they may be contacted. */
export function surveyPage(page: SurveyPage): string {
  const { survey, language, action, submission, from } = page;
  const words = wordsIn(language);
  const hasFaults = page.missing.size > 0 || page.lacksEmail;
  const time = survey.questions.length > USUAL_QUESTIONS ? words.long : words.short;
  const questions = survey.questions.map((question) => questionHtml(question, page)).join('\n');
  const body = `${from === 'preview' ? `<p class="note">${escapeHtml(words.preview)}</p>\n` : ''}<p>${escapeHtml(spoken(survey.why, page, words.why))}</p>
<p class="soft">${escapeHtml(time)}</p>
<form method="post" action="${escapeHtml(action)}?lang=${language}"${hasFaults ? ' novalidate' : ''}>
<input type="hidden" name="submission" value="${escapeHtml(submission)}">
${questions}
${survey.asksContact ? contact(page) : ''}<button${from === 'preview' ? ' disabled' : ''}>${escapeHtml(words.send)}</button>
</form>${from === 'person' ? `\n<p><a href="${escapeHtml(action)}/stop?lang=${language}" class="soft">${escapeHtml(words.stop)}</a></p>` : ''}`;
  return respondentPage({ language, title: fill(words.asks, survey.who), who: survey.who, body });
}

function contact({ language, from, given, lacksEmail }: SurveyPage): string {
  const words = wordsIn(language);
  const ticked = given('contact') === 'yes' ? ' checked' : '';
  const tick = `<label class="tick"><input type="checkbox" name="contact" value="yes"${ticked}>${escapeHtml(words.contact)}</label>`;
  if (from === 'person') return `<div class="field">${tick}</div>\n`;
  const bad = lacksEmail ? `<p class="bad" id="email-bad">${escapeHtml(words.emailMissing)}</p>\n` : '';
  return `<div class="field">${tick}</div>
<div class="field">
<label class="ask" for="email">${escapeHtml(words.email)} <span class="soft">(${escapeHtml(words.ifYouLike)})</span></label>
${bad}<input type="email" id="email" name="email" autocomplete="email" maxlength="320" dir="ltr" value="${escapeHtml(given('email'))}"${lacksEmail ? ' aria-invalid="true" aria-describedby="email-bad"' : ''}>
</div>
`;
}
