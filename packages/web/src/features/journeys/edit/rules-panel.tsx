import { type JourneyContract, placedSteps, type Rule } from '@continuo/core';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/field.tsx';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import styles from './edit.module.css';
import { newId } from './new-id.ts';
import { SpanField } from './span-field.tsx';
import type { Doing } from './step-panel.tsx';

const WORDS = EDITOR_WORDS.map;
const ONE: readonly string[] = ['absent', 'contains', 'starts', 'ends'];
const KINDS = Object.keys(WORDS.rule) as Rule['kind'][];
const DAY_MS = 86_400_000;

/** Rules between steps, each as a sentence of two or three parts. */
export function RulesPanel({ contract, act }: { readonly contract: JourneyContract; readonly act: Doing }) {
  const steps = placedSteps(contract).map(({ step }) => ({ id: step.id, text: step.title }));
  const first = steps[0]?.id;
  const second = steps[1]?.id ?? first;
  const set = (rule: Rule) => act(EDITOR_WORDS.deed.detail, [{ kind: 'set-rule', rule }]);
  const toKind = (rule: Rule, kind: Rule['kind']): Rule => {
    const a = 'a' in rule ? rule.a : rule.step;
    const b = 'b' in rule ? rule.b : (steps.find(({ id }) => id !== a)?.id ?? a);
    if (ONE.includes(kind)) return { id: rule.id, kind: kind as 'absent', step: a };
    if (kind === 'within') return { id: rule.id, kind, a, b, withinMs: DAY_MS };
    return { id: rule.id, kind: kind as 'response', a, b };
  };
  return (
    <fieldset className={styles.group}>
      <legend>{WORDS.rules}</legend>
      {contract.rules.map((rule) => (
        <div key={rule.id} className={styles.item}>
          {'a' in rule && (
            <Choice
              label={EDITOR_WORDS.panels.step}
              value={rule.a}
              options={steps}
              onChange={(a) => set({ ...rule, a })}
            />
          )}
          <Choice
            label={WORDS.ruleKind}
            value={rule.kind}
            options={KINDS.map((kind) => ({ id: kind, text: WORDS.rule[kind] }))}
            onChange={(kind) => set(toKind(rule, kind as Rule['kind']))}
          />
          {'a' in rule ? (
            <Choice
              label={EDITOR_WORDS.rows.steps}
              value={rule.b}
              options={steps}
              onChange={(b) => set({ ...rule, b })}
            />
          ) : (
            <Choice
              label={EDITOR_WORDS.panels.step}
              value={rule.step}
              options={steps}
              onChange={(step) => set({ ...rule, step })}
            />
          )}
          {rule.kind === 'within' && (
            <SpanField
              label={EDITOR_WORDS.step.promiseWithin}
              ms={rule.withinMs}
              onChange={(ms) => ms !== null && set({ ...rule, withinMs: ms })}
            />
          )}
          <Button look="link" onPress={() => act(EDITOR_WORDS.deed.detail, [{ kind: 'remove-rule', id: rule.id }])}>
            {WORDS.removeRule}
          </Button>
        </div>
      ))}
      {first !== undefined && second !== undefined && (
        <Button
          onPress={() =>
            act(EDITOR_WORDS.deed.detail, [
              {
                kind: 'add-rule',
                rule: { id: newId('rule'), kind: 'response', a: first, b: second },
                after: contract.rules.at(-1)?.id ?? null,
              },
            ])
          }
        >
          {WORDS.addRule}
        </Button>
      )}
    </fieldset>
  );
}
