import type { Condition } from '@continuo/core';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/field.tsx';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import { CommitField } from '../edit/commit-field.tsx';
import styles from './connect.module.css';

const WORDS = CONNECT_WORDS.step;
const TESTS = ['is', 'is-not', 'exists'] as const;

/** What must hold of the details of an event, all of it; empty: nothing. */
export function Conditions({
  where,
  properties,
  onChange,
}: {
  readonly where: readonly Condition[];
  /** Details that were seen, to choose from. */
  readonly properties: readonly string[];
  readonly onChange: (where: readonly Condition[]) => void;
}) {
  const change = (i: number, condition: Condition) => onChange(where.map((one, j) => (i === j ? condition : one)));
  return (
    <>
      {where.map((condition, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id; their place is what edits name.
        <div key={i} className={styles.condition}>
          <CommitField
            label={WORDS.property}
            value={condition.property}
            list={properties}
            onCommit={(property) => property.trim() && change(i, { ...condition, property: property.trim() })}
          />
          <Choice
            label={WORDS.test}
            value={condition.test}
            options={TESTS.map((id) => ({ id, text: WORDS.tests[id] }))}
            onChange={(test) =>
              change(i, {
                ...condition,
                test: test as Condition['test'],
                values: test === 'exists' ? [] : condition.values.length > 0 ? condition.values : ['true'],
              })
            }
          />
          {condition.test !== 'exists' && (
            <CommitField
              label={WORDS.values}
              value={condition.values.join(', ')}
              onCommit={(text) => {
                const values = text
                  .split(',')
                  .map((value) => value.trim())
                  .filter((value) => value !== '');
                if (values.length > 0) change(i, { ...condition, values });
              }}
            />
          )}
          <Button look="link" onPress={() => onChange(where.filter((_, j) => j !== i))}>
            {WORDS.removeCondition}
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="ghost"
          onPress={() => onChange([...where, { property: properties[0] ?? 'property', test: 'exists', values: [] }])}
        >
          {WORDS.addCondition}
        </Button>
      </div>
    </>
  );
}
