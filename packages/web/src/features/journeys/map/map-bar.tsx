import type { Journey } from '@continuo/contract';
import type { MapRow, MapView } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronDown, Layers, Scale, Table2, TriangleAlert } from 'lucide-react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { ChoiceChips } from '../../../ui/field.tsx';
import { Popover } from '../../../ui/popover.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS as WORDS } from '../../../words/map.ts';
import { FilterBar } from '../../paths/filter-bar.tsx';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import { CompareForm } from './compare/compare-form.tsx';
import { LanesForm } from './lanes-form.tsx';
import styles from './map-bar.module.css';

const LAYERS = ['planned', 'both', 'lived'] as const;

/** What is shown: layer, time, customers, who judges, lanes, what stands beside; and what the marks mean. */
export function MapBar({
  journey,
  view,
  search,
  change,
  gaps,
  hasLayers = true,
}: {
  readonly journey: Journey;
  readonly view: MapView | null;
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
  /** How many gaps there are; null: not known. */
  readonly gaps: number | null;
  /** False: the layers stand elsewhere. */
  readonly hasLayers?: boolean;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { from, to, f, judged, layer } = search;
  const isTable = search.view === 'table';
  const rows: readonly MapRow[] = view?.rows ?? [];
  return (
    <FilterBar
      control={[search, change]}
      hasUnit={false}
      note={hasLayers ? view?.coverage : undefined}
      before={hasLayers && <LayerSwitch value={layer ?? 'both'} onChange={(next) => change({ layer: next })} />}
      after={
        <>
          <Judge journey={journey} search={search} change={change} />
          <LanesForm rows={rows} search={search} change={change} />
          <CompareForm journey={journey} search={search} change={change} />
          <Button onPress={() => change({ view: isTable ? undefined : 'table' })}>
            <Table2 size={14} strokeWidth={1.75} aria-hidden="true" />
            {isTable ? WORDS.map : WORDS.table}
          </Button>
          <Link
            to="/w/$ws/journeys/$key/gaps"
            params={{ ws, key: journey.key }}
            search={{ from, to, f, judged }}
            className={buttonClass()}
          >
            <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            {gaps === null ? WORDS.gaps : WORDS.gapsCount(gaps)}
          </Link>
          {view && !isTable && <Legend view={view} />}
        </>
      }
    />
  );
}

/** One of three, as radio buttons: arrows change it. */
export function LayerSwitch({
  value,
  onChange,
}: {
  readonly value: (typeof LAYERS)[number];
  readonly onChange: (layer: (typeof LAYERS)[number]) => void;
}) {
  return (
    <fieldset className={styles.layers}>
      <legend className="sr">{WORDS.layer}</legend>
      {LAYERS.map((layer) => (
        <label key={layer} className={styles.layer}>
          <input type="radio" name="layer" checked={layer === value} onChange={() => onChange(layer)} />
          <span>
            {layer === 'both' && <Layers size={13} strokeWidth={1.75} aria-hidden="true" />}
            {WORDS.layers[layer]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Judge({
  journey,
  search,
  change,
}: {
  readonly journey: Journey;
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
}) {
  const { judge } = WORDS;
  const value = search.judged ?? (journey.version === null ? 'draft' : 'in-force');
  const nameOf = (id: string): string =>
    id === 'in-force' ? judge.inForce : id === 'draft' ? judge.draft : judge.version(Number(id));
  const shortOf = (id: string): string =>
    id === 'in-force' ? judge.short.inForce : id === 'draft' ? judge.short.draft : judge.short.version(Number(id));
  const ids = [
    ...(journey.version === null ? [] : ['in-force', ...journey.versions.map(({ version }) => String(version))]),
    'draft',
  ];
  return (
    <Popover
      label={judge.label}
      trigger={
        <Button>
          <Scale size={14} strokeWidth={1.75} aria-hidden="true" />
          {shortOf(value)}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      }
    >
      {(close) => (
        <>
          <ChoiceChips
            label={judge.label}
            value={value}
            options={ids.map((id) => ({ id, text: nameOf(id) }))}
            onChange={(id) => {
              change({ judged: id === 'in-force' || (id === 'draft' && journey.version === null) ? undefined : id });
              close();
            }}
          />
          <p className="meta">{judge.inForceHelp}</p>
        </>
      )}
    </Popover>
  );
}

/** Only the marks that are in use. */
function Legend({ view }: { readonly view: MapView }) {
  return (
    <ul className={styles.legend} aria-label={WORDS.legend}>
      {view.legend.map((mark) => (
        <li key={mark}>
          {mark !== 'off-map' && <span className={classes(styles.swatch, styles[mark])} />}
          <span className={classes(mark === 'off-map' && styles['off-map'])}>
            {mark === 'off-map' && `${WORDS.grid.plus} `}
            {WORDS.legends[mark]}
          </span>
        </li>
      ))}
    </ul>
  );
}
