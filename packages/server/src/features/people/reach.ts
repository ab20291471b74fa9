import { type Moment, PAGE_LANGUAGES, type PageLanguage } from '@continuo/core';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** How a customer can be reached, and in which language. */
export interface Reached {
  /** E-mail address; null: none is known. */
  readonly to: string | null;
  /** The one their newest events name; null: none that our pages speak. */
  readonly language: PageLanguage | null;
  /** Every user id they are known by. */
  readonly ids: readonly string[];
}

/** Looks for an address among the identifiers of a person, then among what their newest events say. */
export async function reach(services: Services, workspace: number, person: string): Promise<Reached> {
  const { result } = await askQuestion(services, workspace, { question: 'timeline', input: { person } });
  const newest = [...result.moments].reverse();
  const named = result.identities.map(({ value }) => value).find((value) => EMAIL.test(value));
  const said = newest.map((moment) => text(moment, 'email')).find((value) => EMAIL.test(value));
  const spoken = newest.map((moment) => text(moment, 'language').slice(0, 2).toLowerCase());
  const language = spoken.find((one): one is PageLanguage => (PAGE_LANGUAGES as readonly string[]).includes(one));
  const ids = result.identities.flatMap(({ kind, value }) => (kind === 'user' ? [value] : []));
  return { to: named ?? said ?? null, language: language ?? null, ids };
}

const text = ({ properties }: Moment, name: string): string => String(properties[name] ?? '');
