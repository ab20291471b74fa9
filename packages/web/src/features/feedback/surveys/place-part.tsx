import { placedSteps, type Survey } from '@continuo/core';
import { useQuery } from '@tanstack/react-query';
import { journeyQuery, useJourneys } from '../../../api/journeys.ts';
import { Choice } from '../../../ui/field.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.place;

/** The map a survey belongs to, then the step its answers land on. */
export function PlacePart({
  survey: { journey, step },
  onChange,
}: {
  readonly survey: Survey;
  readonly onChange: (change: Partial<Survey>) => void;
}) {
  const { data: maps } = useJourneys();
  const { data: map } = useQuery({ ...journeyQuery(journey ?? ''), enabled: journey !== null });
  const steps = map ? placedSteps(map.draft).map((one) => one.step) : [];
  const known = (maps ?? []).map(({ key, title }) => ({ id: key, text: title }));
  return (
    <section className={styles.part}>
      <h2>{WORDS.title}</h2>
      <div className={styles.pair}>
        <Choice
          label={WORDS.map}
          value={journey ?? ''}
          options={[{ id: '', text: WORDS.noMap }, ...known, ...missing(journey, known)]}
          onChange={(key) => onChange({ journey: key || null, step: null })}
        />
        {journey !== null && (
          <Choice
            label={WORDS.step}
            value={step ?? ''}
            options={[
              { id: '', text: WORDS.whole },
              ...steps.map(({ id, title }) => ({ id, text: title })),
              ...missing(step, steps),
            ]}
            onChange={(id) => onChange({ step: id || null })}
          />
        )}
      </div>
    </section>
  );
}

/** What is chosen and not there any more (or not loaded yet) stays to be seen. */
function missing(chosen: string | null, known: readonly { readonly id: string }[]) {
  if (chosen === null || known.some(({ id }) => id === chosen)) return [];
  return [{ id: chosen, text: known.length === 0 ? chosen : WORDS.gone(chosen) }];
}
