import type { Touchpoint } from '@continuo/core';
import { Choice } from '../../../ui/field.tsx';
import { TOUCHPOINTS_WORDS } from '../../../words/touchpoints.ts';
import { eventsOf } from './choose-events.ts';
import { useTouchpoints } from './use-touchpoints.ts';

const WORDS = TOUCHPOINTS_WORDS.choice;

/** The touchpoint of a step, or none; one that was deleted stays to be seen until another is chosen. */
export function TouchpointChoice({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}) {
  const { data } = useTouchpoints();
  const chosen = data?.find(({ key }) => key === value);
  const isGone = value !== null && !chosen;
  return (
    <Choice
      label={WORDS.label}
      help={value === null || !data ? WORDS.help : helpOf(chosen)}
      value={value ?? ''}
      options={[
        { id: '', text: WORDS.none },
        ...(data ?? []).map(({ key, title }) => ({ id: key, text: title })),
        ...(isGone ? [{ id: value, text: data ? WORDS.gone(value) : value }] : []),
      ]}
      onChange={(key) => onChange(key === '' ? null : key)}
    />
  );
}

function helpOf(chosen: Touchpoint | undefined): string {
  if (!chosen) return WORDS.unknown;
  const events = eventsOf(chosen.matchers);
  return events.length === 0 ? WORDS.empty : WORDS.says(events.join(', '));
}
