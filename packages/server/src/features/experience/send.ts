import { type PageLanguage, Problem, type Survey } from '@continuo/core';
import { type Db, invitationMailId, lockWorkspace, type MailMessage } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { type Asking, askPeople, type HeldWhy } from './ask-people.ts';
import { escapeHtml } from './respond/escape.ts';
import { spoken } from './respond/question-html.ts';
import { surveyUrl } from './respond/survey-links.ts';
import { fill, wordsIn } from './respond/words.ts';

export interface Recipient {
  readonly email: string;
  /** Their id in our events; left out: the address. */
  readonly person?: string | undefined;
  readonly language?: PageLanguage | null | undefined;
  /** Other ids of theirs. */
  readonly aliases?: readonly string[] | undefined;
}

export interface Invited {
  readonly invited: number;
  readonly held: { readonly why: HeldWhy; readonly people: number }[];
}

interface Inviting {
  readonly workspace: number;
  readonly survey: Survey;
  readonly isRehearsal: boolean;
}

/** Asks people of a list by e-mail. Call it in the transaction of the audit row. */
export async function inviteByMail(
  services: Services,
  db: Db,
  inviting: Inviting,
  recipients: readonly Recipient[],
): Promise<Invited> {
  return summed(await askByMail(services, db, inviting, recipients));
}

/**
 * Asks people by e-mail, in their order: each invitation and its mail are kept together, and sent by the outbox. Call it in
 * the transaction of the decision. The address is nowhere but in the outbox, which forgets it once the mail is sent.
 */
export async function askByMail<To extends Recipient>(
  services: Services,
  db: Db,
  { workspace, survey, isRehearsal }: Inviting,
  recipients: readonly To[],
) {
  const { state, clock } = services;
  await lockWorkspace(db, workspace);
  const people = recipients.map((to) => ({
    ...to,
    person: to.person ?? to.email.toLowerCase(),
    aliases: [...(to.aliases ?? []), to.email.toLowerCase()],
    language: to.language ?? null,
  }));
  const outcomes = await askPeople(services, db, { workspace, survey, channel: 'email', isRehearsal }, people);
  for (const { who, ...outcome } of outcomes)
    if ('invitation' in outcome && outcome.invitation !== null) {
      const { id } = outcome.invitation;
      const url = surveyUrl(services, { kind: 'personal', workspace, invitation: id });
      const message = mailFor(survey, { to: who.email, language: who.language, url });
      await state.outbox.put(db, { workspace, id: invitationMailId(id), message, nowMs: clock.now() });
    }
  return outcomes;
}

function summed(outcomes: readonly Asking<{ readonly person: string; readonly language: string | null }>[]): Invited {
  const held = new Map<HeldWhy, number>();
  let invited = 0;
  for (const outcome of outcomes)
    if ('why' in outcome) held.set(outcome.why, (held.get(outcome.why) ?? 0) + 1);
    else invited += 1;
  return { invited, held: [...held].map(([why, count]) => ({ why, people: count })) };
}

function mailFor(
  survey: Survey,
  { to, language: wished, url }: { readonly to: string; readonly language: PageLanguage | null; readonly url: string },
): MailMessage {
  const language = survey.languages.find((one) => one === wished) ?? survey.languages[0] ?? 'en';
  const words = wordsIn(language);
  const why = spoken(survey.why, { survey, language }, words.why);
  const link = `${url}?lang=${language}`;
  const stop = `${url}/stop?lang=${language}`;
  const direction = language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
  return {
    kind: 'mail',
    to,
    subject: fill(words.mailSubject, survey.who),
    text: `${fill(words.asks, survey.who)}\n\n${why}\n\n${words.mailLink}\n${link}\n\n${words.mailOnce}\n\n${words.stop}:\n${stop}\n`,
    html: `<!doctype html><html lang="${language}" dir="${direction}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5"><p>${escapeHtml(fill(words.asks, survey.who))}</p><p>${escapeHtml(why)}</p><p>${escapeHtml(words.mailLink)}<br><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p><p>${escapeHtml(words.mailOnce)}</p><p><a href="${escapeHtml(stop)}">${escapeHtml(words.stop)}</a></p></body></html>`,
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

export interface PersonalLink {
  readonly person: string;
  readonly url: string | null;
  readonly why: HeldWhy | null;
}

/** Links of their own for people who are asked by other means; whoever gets one counts as asked. */
export async function makePersonalLinks(
  services: Services,
  db: Db,
  { workspace, survey, channel }: { readonly workspace: number; readonly survey: Survey; readonly channel: string },
  people: readonly string[],
): Promise<readonly PersonalLink[]> {
  await lockWorkspace(db, workspace);
  const who = people.map((person) => ({ person, language: null }));
  const outcomes = await askPeople(services, db, { workspace, survey, channel, isRehearsal: false }, who);
  return outcomes.map(({ who: { person }, ...outcome }) => {
    if ('why' in outcome) return { person, url: null, why: outcome.why };
    const id = outcome.invitation?.id ?? 0;
    return { person, url: surveyUrl(services, { kind: 'personal', workspace, invitation: id }), why: null };
  });
}

/** Throws `survey.conflict` unless customers may answer now. */
export function mustBeOpen(status: string): void {
  if (status !== 'open')
    throw new Problem('survey.conflict', 'The survey is not open: nobody could answer. Open it first.');
}
