import type { Overview } from '@continuo/contract';
import { ChevronDown, Filter as FilterIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { useCommand } from '../../commands/live.ts';
import { plainName } from '../../format/plain-name.ts';
import { Button } from '../../ui/button.tsx';
import { channelName } from '../../ui/channel-mark.tsx';
import { Checks } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { type Filter, readFilters, writeFilters } from '../../url/filters.ts';
import { PATHS_WORDS } from '../../words/paths.ts';
import styles from './filter-bar.module.css';
import { FilterForm } from './filter-form.tsx';
import { PeriodForm, periodName } from './period-form.tsx';
import { UnitForm, unitName } from './unit-form.tsx';
import type { ScopeControl } from './use-paths.ts';

const WORDS = PATHS_WORDS.filters;
/** So many properties get a button of their own. */
const SHOWN = 3;

/** One bar for every view: period, what one journey is, properties, everything else. */
export function FilterBar({
  note,
  control,
  hasUnit = true,
  before,
  after,
}: {
  readonly note: string | undefined;
  readonly control: ScopeControl;
  /** False where one row is one customer anyway. */
  readonly hasUnit?: boolean;
  /** Controls of the page itself, in front of and behind those that all have. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}) {
  const overview = useOverview();
  const [search, change] = control;
  const filters = readFilters(search.f) ?? [];
  const setFilters = (next: readonly Filter[]) => change({ f: writeFilters(next) });
  const shown = chiefAttributes(overview.attributes);
  useCommand('view.filter', () => document.getElementById('filter-button')?.click());
  return (
    <section className={styles.bar} aria-label={WORDS.label}>
      {before}
      <Opener text={periodName(search, overview)} label={WORDS.period}>
        {(close) => <PeriodForm control={control} onDone={close} />}
      </Opener>
      {hasUnit && (
        <Opener text={WORDS.unitIs(unitName(search, overview))} label={WORDS.unit}>
          <UnitForm control={control} />
        </Opener>
      )}
      {shown.map((attribute) => {
        const mine = filters.find((filter) => filter.kind === 'attribute' && filter.attribute === attribute.name);
        const chosen = mine?.kind === 'attribute' ? mine.values : [];
        const text =
          chosen.length === 0
            ? WORDS.allOf(plainName(attribute.name))
            : chosen.length === 1
              ? (chosen[0] ?? '')
              : WORDS.some(plainName(attribute.name), chosen.length);
        return (
          <Opener key={attribute.name} text={text} label={plainName(attribute.name)}>
            <Checks
              label={plainName(attribute.name)}
              options={attribute.values.slice(0, 100).map((value) => ({ id: value, text: value }))}
              chosen={chosen}
              onChange={(values) =>
                setFilters([
                  ...filters.filter((filter) => filter !== mine),
                  ...(values.length > 0
                    ? [{ kind: 'attribute' as const, attribute: attribute.name, values: [...values] }]
                    : []),
                ])
              }
            />
          </Opener>
        );
      })}
      <Popover
        label={WORDS.filter}
        trigger={
          <Button id="filter-button">
            <FilterIcon size={14} strokeWidth={1.75} aria-hidden="true" />
            {WORDS.filter}
          </Button>
        }
      >
        {(close) => (
          <FilterForm
            attributes={overview.attributes.filter((attribute) => !shown.includes(attribute))}
            onAdd={(filter) => {
              setFilters([...filters, filter]);
              close();
            }}
          />
        )}
      </Popover>
      {filters.map((filter) => (
        <ActiveFilter
          key={writeFilters([filter])}
          filter={filter}
          onRemove={() => setFilters(filters.filter((other) => other !== filter))}
        />
      ))}
      {after}
      {note && <span className={`meta ${styles.note}`}>{note}</span>}
    </section>
  );
}

/** The properties people choose by most often: few values, and not the yes and no of an outcome. */
export function chiefAttributes(attributes: Overview['attributes']): Overview['attributes'] {
  const isChoice = ({ values }: { readonly values: readonly string[] }) =>
    values.length > 1 &&
    values.length <= 12 &&
    !values.every((value) => ['true', 'false', 'yes', 'no'].includes(value));
  return [...attributes].sort((a, b) => Number(isChoice(b)) - Number(isChoice(a))).slice(0, SHOWN);
}

function Opener({
  text,
  label,
  children,
}: {
  readonly text: string;
  readonly label: string;
  readonly children: Parameters<typeof Popover>[0]['children'];
}) {
  return (
    <Popover
      label={label}
      trigger={
        <Button>
          {text}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      }
    >
      {children}
    </Popover>
  );
}

/** A filter in words. */
export function filterWords(filter: Filter): string {
  const { said } = WORDS;
  switch (filter.kind) {
    case 'attribute':
      return said.attribute(plainName(filter.attribute), filter.values.join(', '));
    case 'passes':
      return filter.is ? said.has(filter.activity) : said.hasnt(filter.activity);
    case 'starts':
      return said.begins(filter.activity);
    case 'ends':
      return said.ends(filter.activity);
    case 'channel':
      return said.channel(channelName(filter.channel));
  }
}

function ActiveFilter({ filter, onRemove }: { readonly filter: Filter; readonly onRemove: () => void }) {
  const words = filterWords(filter);
  return (
    <span className={styles.active} title={words}>
      <span>{words}</span>
      <button type="button" aria-label={WORDS.remove(words)} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  );
}
