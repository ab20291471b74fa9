import type { SeenEvent } from '@continuo/contract';
import type { Condition, Matcher, Step } from '@continuo/core';
import { X } from 'lucide-react';
import { channelName } from '../../../ui/channel-mark.tsx';
import { Checks } from '../../../ui/field.tsx';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import type { Doing } from '../edit/step-panel.tsx';
import { Conditions } from './conditions.tsx';
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
      <Conditions where={matcher.where} properties={properties} onChange={setWhere} />
      <div className={styles.more}>
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
