import { placedSteps, type RuleCondition } from '@continuo/core';
import { formatDuration } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { journeyQuery, useJourneys } from '../../api/journeys.ts';
import { Choice, TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';

const FORM = CALLBACK_RULES_WORDS.form;
const HOUR_MS = 3_600_000;
type PromiseCondition = Extract<RuleCondition, { kind: 'promise' }>;

/** A time that a map promises, and from which delay on it opens a call-back. */
export function PromiseFields({
  when,
  onChange,
}: {
  readonly when: PromiseCondition;
  readonly onChange: (when: PromiseCondition) => void;
}) {
  const journeys = useJourneys().data ?? [];
  const { data: map } = useQuery({ ...journeyQuery(when.journey), enabled: when.journey !== '' });
  const promises = map?.draft.promises ?? [];
  const steps = new Map(map ? placedSteps(map.draft).map(({ step }) => [step.id, step.title] as const) : []);
  const none = { id: '', text: FORM.pick };
  return (
    <>
      <Choice
        label={FORM.journey}
        value={when.journey}
        options={[none, ...journeys.map(({ key, title }) => ({ id: key, text: title }))]}
        onChange={(journey) => onChange({ ...when, journey, promise: '' })}
      />
      {map && promises.length === 0 && <p className="meta">{FORM.noPromise}</p>}
      {promises.length > 0 && (
        <Choice
          label={FORM.promise}
          value={when.promise}
          options={[
            none,
            ...promises.map(({ id, from, to, withinMs, says }) => ({
              id,
              text: says ?? FORM.promised(steps.get(from) ?? from, steps.get(to) ?? to, formatDuration(withinMs)),
            })),
          ]}
          onChange={(promise) => onChange({ ...when, promise })}
        />
      )}
      <TextField
        label={FORM.late}
        help={FORM.lateHelp}
        type="number"
        value={String(when.laterByMs / HOUR_MS)}
        onChange={(text) => onChange({ ...when, laterByMs: Math.max(0, Math.round(Number(text) * HOUR_MS)) })}
      />
    </>
  );
}
