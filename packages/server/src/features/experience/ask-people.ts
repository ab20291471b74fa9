import { askRulesSchema } from '@continuo/contract';
import { type AskDecision, type AskRules, kindOfSurvey, mayAsk, type Survey, USUAL_ASK_RULES } from '@continuo/core';
import type { Db, State, SurveyInvitation } from '@continuo/state';
import type { Services } from '../../platform/services.ts';

const RULES = 'askRules';

/** How long people are spared in a workspace. */
export async function askRulesOf(state: State, db: Db, workspace: number): Promise<AskRules> {
  const text = await state.facts.get(db, workspace, RULES);
  return text === null ? USUAL_ASK_RULES : askRulesSchema.parse(JSON.parse(text));
}

export function putAskRules(state: State, db: Db, workspace: number, rules: AskRules): Promise<void> {
  return state.facts.set(db, workspace, RULES, JSON.stringify(rules));
}

/** Why somebody is not asked. */
export type HeldWhy = Extract<AskDecision, { readonly ask: false }>['why'] | 'twice in the list';

/** A person who might be asked. */
export interface Candidate {
  readonly person: string;
  readonly language: string | null;
  /** Other ids under which they may have been asked, or have asked us to stop: their address. */
  readonly aliases?: readonly string[];
}

export type Asking<Who extends Candidate> =
  | { readonly who: Who; readonly invitation: SurveyInvitation }
  /** Would be asked; this is only a rehearsal. */
  | { readonly who: Who; readonly invitation: null }
  | { readonly who: Who; readonly why: HeldWhy };

/**
 * Decides for each person in their order whether they are asked now, and notes those who are. Call it in a transaction that
 * holds the workspace's lock: two lists at once must not ask one person twice.
 */
export async function askPeople<Who extends Candidate>(
  { state, clock }: Pick<Services, 'state' | 'clock'>,
  db: Db,
  { workspace, survey, channel, isRehearsal }: AskingHow,
  people: readonly Who[],
): Promise<readonly Asking<Who>[]> {
  const nowMs = clock.now();
  const kind = kindOfSurvey(survey);
  const names = [...new Set(people.flatMap(namesOf))];
  const [rules, asked, refused] = await Promise.all([
    askRulesOf(state, db, workspace),
    state.surveyInvitations.asked(db, workspace, names),
    state.surveyInvitations.refused(db, workspace, names),
  ]);
  const met = new Set<string>();
  const outcomes: Asking<Who>[] = [];
  for (const who of people) {
    const { person, language } = who;
    const own = namesOf(who);
    const decision = mayAsk({
      survey: survey.key,
      kind,
      share: survey.share,
      person,
      asked: own.flatMap((name) => asked.get(name) ?? []),
      hasRefused: own.some((name) => refused.has(name)),
      rules,
      nowMs,
    });
    if (met.has(person)) outcomes.push({ who, why: 'twice in the list' });
    else if (!decision.ask) outcomes.push({ who, why: decision.why });
    else if (isRehearsal) outcomes.push({ who, invitation: null });
    else {
      const deliveredMs = channel === 'email' ? null : nowMs;
      const fields = { workspace, survey: survey.key, kind, channel, person, language, createdMs: nowMs, deliveredMs };
      outcomes.push({ who, invitation: await state.surveyInvitations.create(db, fields) });
    }
    met.add(person);
  }
  return outcomes;
}

function namesOf({ person, aliases = [] }: Candidate): readonly string[] {
  return [...new Set([person, ...aliases])];
}

export interface AskingHow {
  readonly workspace: number;
  readonly survey: Survey;
  readonly channel: string;
  readonly isRehearsal: boolean;
}
