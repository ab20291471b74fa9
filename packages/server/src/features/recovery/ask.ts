import { type Moment, PAGE_LANGUAGES, type PageLanguage } from '@continuo/core';
import type { Db, DeedClock, StoredCallback } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import { putRightWords } from './put-right-words.ts';

/** Kind of the token in the customer's link. */
export const PUT_RIGHT_TOKEN = 'put-right';
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** The customer's own link; the same whenever it is asked for. */
export async function askLink(
  { tokens, address }: Pick<Services, 'tokens' | 'address'>,
  { workspace, id }: Pick<StoredCallback, 'workspace' | 'id'>,
): Promise<string> {
  return `${address.url}/r/${await tokens.sign({ kind: PUT_RIGHT_TOKEN, workspace, callback: id })}`;
}

/** How a customer can be reached, and in which language. */
export interface Reached {
  /** E-mail address; null: none is known. */
  readonly to: string | null;
  readonly language: PageLanguage;
}

/** Looks for an address among the identifiers of a person, then among what their newest events say. */
export async function reach(services: Services, workspace: number, person: string): Promise<Reached> {
  const { result } = await askQuestion(services, workspace, { question: 'timeline', input: { person } });
  const newest = [...result.moments].reverse();
  const named = result.identities.map(({ value }) => value).find((value) => EMAIL.test(value));
  const said = newest.map((moment) => text(moment, 'email')).find((value) => EMAIL.test(value));
  const spoken = newest.map((moment) => text(moment, 'language').slice(0, 2).toLowerCase());
  const language = spoken.find((one): one is PageLanguage => (PAGE_LANGUAGES as readonly string[]).includes(one));
  return { to: named ?? said ?? null, language: language ?? 'en' };
}

const text = ({ properties }: Moment, name: string): string => String(properties[name] ?? '');

/** Asks the customer, once: by mail where there is an address and mail is set up, else by a link to pass on. */
export async function ask(
  services: Services,
  {
    workspace,
    id,
    db,
    clock,
    userId,
  }: { workspace: number; id: number; db: Db; clock: DeedClock; userId: number | null },
  { to, language }: Reached,
): Promise<void> {
  const { state, outbox } = services;
  const isMailed = to !== null && outbox.hasMail;
  const entry = { kind: 'asked', facts: { isMailed }, text: '', userId } as const;
  const asked = await state.callbacks.act(db, workspace, id, { kind: 'ask' }, entry, clock);
  await state.callbacks.setMailed(db, workspace, id, isMailed);
  if (!isMailed) return;
  const { name } = await state.workspaces.get(db, workspace);
  const { title, lead } = putRightWords(language, name);
  const link = await askLink(services, asked);
  await state.outbox.put(db, {
    ...{ workspace, id: `callback-${id}-ask`, nowMs: clock.nowMs },
    message: { kind: 'mail', to, subject: `${name}: ${title}`, text: `${lead}\n\n${title}\n${link}\n` },
  });
}
