import { type AskRules, kindOfSurvey, type Survey } from '@continuo/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { ForecastWords } from './forecast-words.tsx';
import styles from './surveys.module.css';
import { askRulesQuery } from './use-surveys.ts';

const WORDS = SURVEYS_WORDS.rules;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'putAskRules'>>[1]>['body']>;

/** How many may be asked and for how long people are spared, with the answers to expect. */
export function RulesPart({
  survey,
  savedAt,
  onChange,
}: {
  readonly survey: Survey;
  readonly savedAt: number;
  readonly onChange: (change: Partial<Survey>) => void;
}) {
  const isAdmin = useMay('admin');
  const { data: rules } = useQuery(askRulesQuery);
  const [isChanging, setChanging] = useState(false);
  const kind = kindOfSurvey(survey);
  const own = rules?.restDaysByKind[kind] ?? 0;
  return (
    <section className={styles.part}>
      <h2>{WORDS.title}</h2>
      <Slider
        label={WORDS.share}
        value={Math.round(100 * survey.share)}
        says={WORDS.shareSays}
        onChange={(percent) => onChange({ share: percent / 100 })}
      />
      {rules && (
        <p>
          {rules.restDays > 0 ? WORDS.rest(rules.restDays) : WORDS.restNone}
          {own > 0 && WORDS.restKind(own)}
          {WORDS.restEnd}
        </p>
      )}
      {!isAdmin && <p className="meta">{WORDS.admin}</p>}
      {isAdmin && rules && !isChanging && (
        <div>
          <Button look="ghost" onPress={() => setChanging(true)}>
            {WORDS.change}
          </Button>
        </div>
      )}
      {isChanging && rules && <ChangeRules rules={rules} kind={kind} onDone={() => setChanging(false)} />}
      <ForecastWords survey={survey} savedAt={savedAt} />
    </section>
  );
}

function ChangeRules({
  rules,
  kind,
  onDone,
}: {
  readonly rules: AskRules;
  readonly kind: ReturnType<typeof kindOfSurvey>;
  readonly onDone: () => void;
}) {
  const [any, setAny] = useState(String(rules.restDays));
  const [own, setOwn] = useState(String(rules.restDaysByKind[kind] ?? 0));
  const save = useMutation({
    mutationFn: () =>
      client.call('putAskRules', {
        body: {
          restDays: daysOf(any),
          restDaysByKind: { ...rules.restDaysByKind, [kind]: daysOf(own) },
        } as Body,
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(askRulesQuery.queryKey, saved);
      onDone();
    },
  });
  return (
    <div className={styles.change}>
      <div className={styles.pair}>
        <TextField label={WORDS.days} type="number" value={any} onChange={setAny} />
        <TextField
          label={WORDS.daysKind(SURVEYS_WORDS.questions.kinds[kind])}
          type="number"
          value={own}
          onChange={setOwn}
        />
      </div>
      <p className="meta">{WORDS.forAll}</p>
      {save.error && <ProblemBox error={save.error} />}
      <div>
        <Button isDisabled={save.isPending} onPress={() => save.mutate()}>
          {WORDS.save}
        </Button>
      </div>
    </div>
  );
}

/** Whole days, 0 to ten years; what is no number is 0. */
function daysOf(text: string): number {
  const days = Math.round(Number(text));
  return Number.isFinite(days) ? Math.min(3650, Math.max(0, days)) : 0;
}
