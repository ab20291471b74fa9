import type { Overview } from '@continuo/contract';
import { useState } from 'react';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { plainName } from '../../format/plain-name.ts';
import { Button } from '../../ui/button.tsx';
import { channelName } from '../../ui/channel-mark.tsx';
import { Choice } from '../../ui/field.tsx';
import type { Filter } from '../../url/filters.ts';
import { PATHS_WORDS } from '../../words/paths.ts';

const WORDS = PATHS_WORDS.filters;
const KINDS = Object.keys(WORDS.kinds) as (keyof typeof WORDS.kinds)[];

function filterOf(kind: (typeof KINDS)[number], activity: string): Filter {
  if (kind === 'begins') return { kind: 'starts', activity };
  if (kind === 'ends') return { kind: 'ends', activity };
  return { kind: 'passes', activity, is: kind === 'has' };
}

/** Add a filter: by touchpoint, by channel, or by a property that has no button of its own. */
export function FilterForm({
  attributes,
  onAdd,
}: {
  readonly attributes: Overview['attributes'];
  readonly onAdd: (filter: Filter) => void;
}) {
  const { hasCases } = useOverview();
  const { data } = useAnswer('activities', { unit: hasCases ? 'case' : 'person' }, {});
  const [kind, setKind] = useState<(typeof KINDS)[number]>('has');
  const [activity, setActivity] = useState('');
  const facts = data?.result.activities ?? [];
  const channels = [...new Set(facts.flatMap((one) => one.channels.map((use) => use.channel)))].filter(Boolean);
  return (
    <>
      <Choice
        label={WORDS.how}
        value={kind}
        options={KINDS.map((id) => ({ id, text: WORDS.kinds[id] }))}
        onChange={(id) => setKind(id as (typeof KINDS)[number])}
      />
      <Choice
        label={WORDS.activity}
        value={activity}
        options={[
          { id: '', text: WORDS.anyActivity },
          ...facts.map((one) => ({ id: one.activity, text: one.activity })),
        ]}
        onChange={setActivity}
      />
      <Button look="primary" isDisabled={activity === ''} onPress={() => onAdd(filterOf(kind, activity))}>
        {WORDS.add}
      </Button>
      {channels.length > 0 && (
        <Choice
          label={WORDS.channel}
          value=""
          options={[{ id: '', text: WORDS.any }, ...channels.sort().map((id) => ({ id, text: channelName(id) }))]}
          onChange={(channel) => channel && onAdd({ kind: 'channel', channel })}
        />
      )}
      {attributes.map(({ name, values }) => (
        <Choice
          key={name}
          label={plainName(name)}
          value=""
          options={[{ id: '', text: WORDS.any }, ...values.slice(0, 200).map((id) => ({ id, text: id }))]}
          onChange={(value) => value && onAdd({ kind: 'attribute', attribute: name, values: [value] })}
        />
      ))}
    </>
  );
}
