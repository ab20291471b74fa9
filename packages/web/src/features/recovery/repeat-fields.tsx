import type { SeenEvent } from '@continuo/contract';
import type { RepeatCondition } from '@continuo/core';
import { useState } from 'react';
import { useEventsSeen } from '../../api/journeys.ts';
import { Choice, TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';
import { Conditions } from '../journeys/connect/conditions.tsx';
import { LinesBox } from './lines-box.tsx';
import styles from './rules.module.css';

const FORM = CALLBACK_RULES_WORDS.form;
const ABOUT = ['anything', 'case', 'property'] as const;

/** What happens, how often, in how many days, about what. */
export function RepeatFields({
  when,
  onChange,
}: {
  readonly when: RepeatCondition;
  readonly onChange: (when: RepeatCondition) => void;
}) {
  const { match, times, withinDays, about } = when;
  const seen = useEventsSeen().data ?? [];
  const [channels, setChannels] = useState(match.channels.join(', '));
  const names = [...new Set(seen.map(({ name }) => name))].filter((name) => !match.events.includes(name)).toSorted();
  const setEvents = (events: readonly string[]) => onChange({ ...when, match: { ...match, events } });
  return (
    <>
      <LinesBox
        // Chosen from the list below, the box shows it too.
        key={names.length}
        label={FORM.events}
        help={FORM.eventsHelp}
        lines={match.events}
        onChange={setEvents}
      />
      <Choice
        label={FORM.addEvent}
        value=""
        options={[{ id: '', text: FORM.pick }, ...names.map((id) => ({ id, text: id }))]}
        onChange={(name) => name !== '' && setEvents([...match.events, name])}
      />
      <TextField
        label={FORM.channels}
        help={FORM.channelsHelp}
        value={channels}
        onChange={(text) => {
          setChannels(text);
          const given = text
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== '');
          onChange({ ...when, match: { ...match, channels: given } });
        }}
      />
      <Conditions
        where={match.where}
        properties={detailsOf(seen, match.events)}
        onChange={(where) => onChange({ ...when, match: { ...match, where } })}
      />
      <div className={styles.two}>
        <TextField
          label={FORM.times}
          type="number"
          value={times === 0 ? '' : String(times)}
          onChange={(text) => onChange({ ...when, times: Math.round(Number(text)) })}
        />
        <TextField
          label={FORM.days}
          type="number"
          value={withinDays === 0 ? '' : String(withinDays)}
          onChange={(text) => onChange({ ...when, withinDays: Math.round(Number(text)) })}
        />
        <Choice
          label={FORM.about}
          value={about.kind}
          options={ABOUT.map((id) => ({ id, text: FORM.abouts[id] }))}
          onChange={(kind) =>
            onChange({
              ...when,
              about: kind === 'property' ? { kind, property: '' } : { kind: kind as 'anything' | 'case' },
            })
          }
        />
        {about.kind === 'property' && (
          <TextField
            label={FORM.property}
            value={about.property}
            onChange={(property) => onChange({ ...when, about: { kind: 'property', property } })}
          />
        )}
      </div>
    </>
  );
}

/** Details of the events that count, or of all where none are named, by name. */
function detailsOf(seen: readonly SeenEvent[], events: readonly string[]): readonly string[] {
  const own = events.length === 0 ? seen : seen.filter(({ name }) => events.includes(name));
  return [...new Set(own.flatMap(({ samples }) => samples.flatMap((sample) => Object.keys(sample))))].toSorted();
}
