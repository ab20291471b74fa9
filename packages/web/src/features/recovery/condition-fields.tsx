import type { RuleCondition } from '@continuo/core';
import fields from '../../ui/field.module.css';
import { Choice, TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS as WORDS } from '../../words/callback-rules.ts';
import { LinesBox } from './lines-box.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import styles from './rules.module.css';

const FORM = WORDS.form;
type Kind = RuleCondition['kind'];
const BLANK: { readonly [K in Kind]: Extract<RuleCondition, { kind: K }> | RuleCondition } = {
  'low-score': { kind: 'low-score', atMost: {} },
  'asks-answer': { kind: 'asks-answer', phrases: [] },
  repeat: {
    ...{ kind: 'repeat', times: 3, withinDays: 14, about: { kind: 'case' } },
    match: { events: [], channels: [], where: [] },
  },
  promise: { kind: 'promise', journey: '', promise: '', laterByMs: 0 },
};
const KINDS = Object.keys(BLANK) as Kind[];

/** When a rule opens a call-back: its kind, and what that kind needs to know. */
export function ConditionFields({
  when,
  onChange,
}: {
  readonly when: RuleCondition;
  readonly onChange: (when: RuleCondition) => void;
}) {
  return (
    <>
      <Choice
        label={FORM.kind}
        value={when.kind}
        options={KINDS.map((id) => ({ id, text: WORDS.kinds[id] }))}
        onChange={(kind) => onChange(BLANK[kind as Kind])}
      />
      {when.kind === 'low-score' && <ScoreFields when={when} onChange={onChange} />}
      {when.kind === 'asks-answer' && (
        <LinesBox
          label={FORM.phrases}
          help={FORM.phrasesHelp}
          lines={when.phrases}
          onChange={(phrases) => onChange({ ...when, phrases })}
        />
      )}
      {when.kind === 'repeat' && <RepeatFields when={when} onChange={onChange} />}
      {when.kind === 'promise' && <PromiseFields when={when} onChange={onChange} />}
    </>
  );
}

type LowScore = Extract<RuleCondition, { kind: 'low-score' }>;

function ScoreFields({ when, onChange }: { readonly when: LowScore; readonly onChange: (when: LowScore) => void }) {
  return (
    <fieldset className={styles.week}>
      <legend className={fields.label}>{FORM.scaleTitle}</legend>
      <div className={styles.two}>
        {(Object.keys(WORDS.scales) as (keyof typeof WORDS.scales)[]).map((scale) => (
          <TextField
            key={scale}
            label={FORM.scale(WORDS.scales[scale])}
            type="number"
            value={when.atMost[scale] === undefined ? '' : String(when.atMost[scale])}
            onChange={(text) => {
              const { [scale]: _, ...rest } = when.atMost;
              onChange({ ...when, atMost: text === '' ? rest : { ...rest, [scale]: Number(text) } });
            }}
          />
        ))}
      </div>
      <span className="meta">{FORM.scaleHelp}</span>
    </fieldset>
  );
}
