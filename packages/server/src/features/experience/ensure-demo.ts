import { blankSurvey, type Survey, type SurveyQuestion } from '@continuo/core';
import type { Services } from '../../platform/services.ts';

const ask = (kind: SurveyQuestion['kind'], isNeeded = false): SurveyQuestion => ({
  id: kind === 'open' ? 'why' : kind,
  kind,
  words: {},
  isNeeded,
});

/** Asked in the languages of the demo's customers. */
const DEMO_SURVEYS: readonly Survey[] = [
  {
    ...blankSurvey('after-landing', 'After landing in Málaga', [ask('nps', true), ask('open')]),
    why: {
      en: 'You have just landed. Tell us how the way here was, bags included.',
      fr: 'Vous venez d’atterrir. Dites-nous comment s’est passé le voyage, bagages compris.',
      es: 'Acaba de aterrizar. Cuéntenos cómo fue el viaje, incluido el equipaje.',
    },
    journey: 'month-in-the-sun',
    step: 'pick-up-bag',
  },
  {
    ...blankSurvey('home-again', 'Home again', [ask('nps', true), ask('got'), ask('open')]),
    journey: 'month-in-the-sun',
    step: 'fly-home',
    share: 0.5,
  },
  {
    ...blankSurvey('bag-is-back', 'Your bag is back', [ask('got', true), ask('emotion'), ask('open')]),
    journey: 'bag-did-not-come',
    step: 'bag-brought',
  },
];

/** The demo's surveys, open and not answered yet: its own voices are older than they are. Those that are there stay as they are. */
export async function ensureDemoSurveys({ state, clock }: Services, workspace: number): Promise<void> {
  const nowMs = clock.now();
  await state.transaction(async (db) => {
    for (const plain of DEMO_SURVEYS) {
      if ((await state.surveys.find(db, workspace, plain.key)) !== null) continue;
      const survey: Survey = { ...plain, who: DEMO_WHO, languages: ['en', 'fr', 'es'] };
      await state.surveys.put(db, workspace, survey, nowMs);
      await state.surveys.setStatus(db, workspace, { key: survey.key, status: 'open', nowMs });
    }
  });
}

const DEMO_WHO = 'Northern Maple';

/** Takes the demo's surveys out again, except those that customers were asked with. */
export async function removeDemoSurveys({ state }: Services, workspace: number): Promise<void> {
  const [invited, answered] = await Promise.all([
    state.surveyInvitations.counts(state.db, workspace),
    state.answers.counts(state.db, workspace),
  ]);
  const used = new Set([...invited, ...answered].map(({ survey }) => survey));
  for (const { key } of DEMO_SURVEYS)
    if (!used.has(key) && (await state.surveys.find(state.db, workspace, key)) !== null)
      await state.surveys.remove(state.db, workspace, key);
}
