import type { SeenEvent } from '@continuo/contract';
import type { Condition, Matcher, Step } from '@continuo/core';
import { X } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { channelName } from '../../../ui/channel-mark.tsx';
import { Checks, Choice } from '../../../ui/field.tsx';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import { CommitField } from '../edit/commit-field.tsx';
import type { Doing } from '../edit/step-panel.tsx';
import styles from './connect.module.css';
import { changeMatcher, disconnectEvent, type Side } from './matchers.ts';

const WORDS = CONNECT_WORDS.step;

/** Events of one step, and under which conditions they count. */
export function StepMatchers({
  step,
  seen,
  act,
}: {
  readonly step: Step;
  readonly seen: readonly SeenEvent[];
  readonly act: Doing;
}) {
  return (
    <div className={styles.matchers}>
      {step.matchers.length + step.failures.length === 0 && <p className="meta">{WORDS.chosenHint}</p>}
      {step.touchpoint !== null && <p className="meta">{WORDS.touchpoint(step.touchpoint)}</p>}
      {(['matchers', 'failures'] as const).map((side) =>
        step[side].map((matcher, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: matchers have no id; their place is what edits name.
          <OneMatcher key={`${side} ${at}`} step={step} side={side} at={at} matcher={matcher} seen={seen} act={act} />
        )),
      )}
    </div>
  );
}

function OneMatcher({
  step,
  side,
  at,
  matcher,
  seen,
  act,
}: {
  readonly step: Step;
  readonly side: Side;
  readonly at: number;
  readonly matcher: Matcher;
  readonly seen: readonly SeenEvent[];
  readonly act: Doing;
}) {
  const own = seen.filter(({ name }) => matcher.events.includes(name));
  const properties = [...new Set(own.flatMap(({ samples }) => samples.flatMap((sample) => Object.keys(sample))))];
  const channels = [
    ...new Set([...own.flatMap((one) => one.channels.map(({ channel }) => channel)), ...matcher.channels]),
  ];
  const setWhere = (where: readonly Condition[]) =>
    act(CONNECT_WORDS.deed.condition, [changeMatcher(step, side, at, { where })]);
  const change = (i: number, condition: Condition) =>
    setWhere(matcher.where.map((one, j) => (i === j ? condition : one)));
  return (
    <fieldset className={styles.matcher}>
      <legend>{side === 'matchers' ? WORDS.is : WORDS.wentWrong}</legend>
      <ul className={styles.chips}>
        {matcher.events.map((event) => (
          <li key={event}>
            {event}
            <button
              type="button"
              aria-label={WORDS.remove(event)}
              onClick={() => act(CONNECT_WORDS.deed.disconnect, [disconnectEvent(step, side, at, event)])}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {matcher.where.map((condition, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id either.
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
            options={(['is', 'is-not', 'exists'] as const).map((id) => ({ id, text: WORDS.tests[id] }))}
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
          <Button look="link" onPress={() => setWhere(matcher.where.filter((_, j) => j !== i))}>
            {WORDS.removeCondition}
          </Button>
        </div>
      ))}
      <div className={styles.more}>
        <Button
          look="ghost"
          onPress={() =>
            setWhere([...matcher.where, { property: properties[0] ?? 'property', test: 'exists', values: [] }])
          }
        >
          {WORDS.addCondition}
        </Button>
        {channels.length > 1 && (
          <details>
            <summary>
              {WORDS.channels}:{' '}
              {matcher.channels.length === 0 ? WORDS.anyChannel : matcher.channels.map(channelName).join(', ')}
            </summary>
            <Checks
              label={WORDS.channels}
              options={channels.map((channel) => ({ id: channel, text: channelName(channel) }))}
              chosen={matcher.channels}
              onChange={(chosen) =>
                act(CONNECT_WORDS.deed.condition, [changeMatcher(step, side, at, { channels: chosen })])
              }
            />
          </details>
        )}
      </div>
    </fieldset>
  );
}
