import type { Journey } from '@continuo/contract';
import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import { useOverview } from '../../../../api/hooks.ts';
import { plainName } from '../../../../format/plain-name.ts';
import { Button } from '../../../../ui/button.tsx';
import { Choice, TextField } from '../../../../ui/field.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { type Beside, readBeside, writeBeside } from '../../../../url/beside.ts';
import { readFilters } from '../../../../url/filters.ts';
import type { MapSearch } from '../../../../url/search.ts';
import { MAP_WORDS } from '../../../../words/map.ts';
import { chiefAttributes } from '../../../paths/filter-bar.tsx';
import type { ChangeSearch } from '../../../paths/use-paths.ts';
import styles from './compare.module.css';

const WORDS = MAP_WORDS.comparing;

/** What stands beside the map: an earlier version, another time, other customers. */
export function CompareForm({
  journey,
  search,
  change,
}: {
  readonly journey: Journey;
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
}) {
  const { attributes } = useOverview();
  const beside = readBeside(search.beside);
  const [from, setFrom] = useState(beside?.kind === 'days' ? beside.from : '');
  const [to, setTo] = useState(beside?.kind === 'days' ? beside.to : '');
  const hasPeriod = (search.from ?? search.to) !== undefined;
  return (
    <Popover
      label={WORDS.label}
      trigger={
        <Button>
          <Columns2 size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.button}
        </Button>
      }
    >
      {(close) => {
        const choose = (next: Beside | null) => {
          change({ beside: next === null ? undefined : writeBeside(next) });
          close();
        };
        return (
          <>
            <div className={styles.choices}>
              {beside !== null && (
                <Button look="primary" onPress={() => choose(null)}>
                  {WORDS.stop}
                </Button>
              )}
              <Button look="ghost" isDisabled={!hasPeriod} onPress={() => choose({ kind: 'before' })}>
                {WORDS.before}
              </Button>
              {!hasPeriod && <span className="meta">{WORDS.needsPeriod}</span>}
              {journey.versions.slice(0, 8).map(({ version, note }) => (
                <Button key={version} look="ghost" onPress={() => choose({ kind: 'version', version })}>
                  {WORDS.version(version)}
                  {note !== '' && <span className="meta">{note}</span>}
                </Button>
              ))}
            </div>
            {chiefAttributes(attributes).map(({ name, values }) => (
              <Choice
                key={name}
                label={WORDS.which(plainName(name))}
                value=""
                options={['', ...values.slice(0, 100)].map((value) => ({ id: value, text: value }))}
                onChange={(value) => {
                  if (value === '') return;
                  const rest = (readFilters(search.f) ?? []).filter(
                    (filter) => filter.kind !== 'attribute' || filter.attribute !== name,
                  );
                  choose({
                    kind: 'customers',
                    filters: [...rest, { kind: 'attribute', attribute: name, values: [value] }],
                  });
                }}
              />
            ))}
            <div className={styles.pair}>
              <TextField label={WORDS.from} type="date" value={from} onChange={setFrom} />
              <TextField label={WORDS.to} type="date" value={to} onChange={setTo} />
            </div>
            {from !== '' && to !== '' && to < from && (
              <p className="meta" role="status">
                {WORDS.backwards}
              </p>
            )}
            <Button
              isDisabled={from === '' || to === '' || to < from}
              onPress={() => choose({ kind: 'days', from, to })}
            >
              {WORDS.use}
            </Button>
          </>
        );
      }}
    </Popover>
  );
}
