import type { Journey } from '@continuo/contract';
import { type MapView, mapTable } from '@continuo/diagram';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react';
import { useOverview } from '../../../api/hooks.ts';
import { useIsWide } from '../../../app/use-is-wide.ts';
import { useCommand } from '../../../commands/live.ts';
import { Refreshing, Skeleton } from '../../../ui/skeleton.tsx';
import { readBeside } from '../../../url/beside.ts';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import { PeopleBehind } from './figures.tsx';
import { readLanes, shownRows, toggledLane, writeLanes } from './lanes.ts';
import { LayerSwitch, MapBar } from './map-bar.tsx';
import { MapGrid } from './map-grid.tsx';
import { MapActions, MapHead } from './map-head.tsx';
import { MapList } from './map-list.tsx';
import styles from './map-page.module.css';
import { MapSay } from './map-say.tsx';
import { MapSkeleton } from './map-skeleton.tsx';
import { MapState } from './map-state.tsx';
import { useLook, useMapSearch } from './use-map-page.ts';
import { useSide } from './use-side.ts';

const TableView = lazy(() => import('../../../diagrams/table-view.tsx').then((part) => ({ default: part.TableView })));
const Inspector = lazy(() => import('./inspect/inspector.tsx').then((part) => ({ default: part.Inspector })));
const ComparedMap = lazy(() => import('./compare/compared-map.tsx').then((part) => ({ default: part.ComparedMap })));

/** A map with all that is known: sentence, facts, bar, grid or table or list, the panel about a step. */
export function LivingMap({ journey }: { readonly journey: Journey }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const [search, change] = useMapSearch();
  const { workspace } = useOverview();
  const navigate = useNavigate();
  const look = useLook(journey, search);
  const layer = search.layer ?? 'both';
  const side = useSide({ journey, ...look, layer, hasBefore: search.cmp !== 'none' });
  const isWide = useIsWide(720);
  const isBuilding = side.judging !== null && !side.judging.isReady;
  // What was planned can be read while the numbers are counted.
  const planned = useSide({ journey, ...look, layer: 'planned', hasBefore: false, isOn: isBuilding });
  const view = side.view ?? (isBuilding ? planned.view : null);
  const choices = useMemo(() => readLanes(search.lanes), [search.lanes]);
  const rows = useMemo(() => (view === null ? [] : shownRows(view.rows, choices)), [view, choices]);
  const last = useRef<string | null>(null);
  const open = useCallback(
    (column: string) => {
      last.current = column;
      change({ step: column });
    },
    [change],
  );
  const close = useCallback(() => {
    change({ step: undefined });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus());
  }, [change]);
  const fold = useCallback(
    (row: string) => change({ lanes: writeLanes(toggledLane(choices, row, 'folded')) }),
    [change, choices],
  );
  const { from, to, f, judged, step, beside } = search;
  // What the words on top go by; a step that opens or the table in place of the map does not draw them anew.
  const asked = useMemo(
    (): MapSearch => ({ from, to, f, judged, layer: search.layer }),
    [from, to, f, judged, search.layer],
  );
  useCommand('map.planned', () => change({ layer: 'planned' }));
  useCommand('map.both', () => change({ layer: undefined }));
  useCommand('map.lived', () => change({ layer: 'lived' }));
  useCommand('view.table', () => change({ view: search.view === 'table' ? undefined : 'table' }));
  useCommand('go.gaps', () => {
    void navigate({
      to: '/w/$ws/journeys/$key/gaps',
      params: { ws, key: journey.key },
      search: { from, to, f, judged },
    });
  });
  useCommand('map.inspect', () => (step === undefined ? open(focusedColumn(view) ?? worstColumn(view)) : close()));
  useCommand('view.unselect', close, step !== undefined);
  const chosen = view?.columns.find(({ id }) => id === step) ?? null;
  const isCompared = readBeside(beside) !== null;
  const hasState = view !== null && (view.columns.length === 0 || side.error !== null || isBuilding);
  const bar = (
    <MapBar
      journey={journey}
      view={view}
      search={search}
      change={change}
      gaps={side.input?.gaps?.gaps.length ?? null}
      hasLayers={isWide}
    />
  );
  return (
    <PeopleBehind scope={side.scope}>
      <div className={styles.page}>
        <MapHead journey={journey} view={view} scope={side.scope} search={asked} hasActions={isWide} />
        {view && <MapSay view={view} search={asked} />}
        {isWide ? (
          bar
        ) : (
          <>
            <div className={styles.layers}>
              <LayerSwitch value={layer} onChange={(next) => change({ layer: next })} />
              <span className="meta">{view?.coverage}</span>
            </div>
            <details className={styles.more}>
              <summary>{MAP_WORDS.list.more}</summary>
              <div className={styles.actions}>
                <MapActions journey={journey} scope={side.scope} search={search} />
              </div>
              {bar}
            </details>
          </>
        )}
        <MapState journey={journey} view={view} side={side} search={search} change={change} />
        <div className={styles.body}>
          <Refreshing isOn={side.isFetching && view !== null} />
          {view === null ? (
            side.error === null && <MapSkeleton />
          ) : view.columns.length === 0 ? null : search.view === 'table' ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <TableView table={mapTable(view)} timeZone={workspace.timeZone} />
            </Suspense>
          ) : isCompared && side.view && !hasState ? (
            <Suspense fallback={<MapSkeleton />}>
              <ComparedMap journey={journey} look={look} side={side} search={search} change={change} />
            </Suspense>
          ) : isWide ? (
            <MapGrid view={view} rows={rows} chosen={step ?? null} onOpen={open} onFold={fold} />
          ) : (
            <MapList view={view} onOpen={open} />
          )}
          {chosen && view && (
            <Suspense>
              <Inspector journey={journey} column={chosen} side={side} isWide={isWide} onClose={close} />
            </Suspense>
          )}
        </div>
        {view && view.notes.length > 0 && <p className={`meta ${styles.notes}`}>{view.notes.join(' ')}</p>}
      </div>
    </PeopleBehind>
  );
}

/** The column that the focus is in. */
function focusedColumn(view: MapView | null): string | null {
  const at = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset.column;
  return at === undefined ? null : (view?.columns[Math.max(0, Number(at))]?.id ?? null);
}

/** Else the first that hurts, else the first. */
function worstColumn(view: MapView | null): string {
  const { columns } = view ?? { columns: [] };
  return (columns.find(({ status }) => status === 'alert') ?? columns[0])?.id ?? '';
}
