import type { Journey } from '@continuo/contract';
import type { MapRow } from '@continuo/diagram';
import { formatRange } from '@continuo/diagram';
import { X } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useOverview } from '../../../../api/hooks.ts';
import { useIsWide } from '../../../../app/use-is-wide.ts';
import { Button } from '../../../../ui/button.tsx';
import { ProblemBox } from '../../../../ui/problem-box.tsx';
import { type Beside, readBeside } from '../../../../url/beside.ts';
import { readPeriod } from '../../../../url/period.ts';
import type { MapSearch } from '../../../../url/search.ts';
import { MAP_WORDS } from '../../../../words/map.ts';
import { filterWords } from '../../../paths/filter-bar.tsx';
import type { ChangeSearch } from '../../../paths/use-paths.ts';
import { CellBody } from '../cells/map-cell.tsx';
import { readLanes, shownRows, toggledLane, writeLanes } from '../lanes.ts';
import { MapGrid } from '../map-grid.tsx';
import { MapSkeleton } from '../map-skeleton.tsx';
import type { useLook } from '../use-map-page.ts';
import { type Side, timeBefore, useSide } from '../use-side.ts';
import styles from './compare.module.css';
import { compareViews } from './compare-views.ts';
import { ComparedBody } from './compared-body.tsx';

const WORDS = MAP_WORDS.comparing;

/** Two maps in one grid, each cell with both values and, where the numbers allow it, how they differ. */
export function ComparedMap({
  journey,
  look,
  side,
  search,
  change,
}: {
  readonly journey: Journey;
  readonly look: ReturnType<typeof useLook>;
  readonly side: Side;
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
}) {
  const { workspace, firstMs, lastMs } = useOverview();
  const { timeZone } = workspace;
  const beside = useMemo(() => readBeside(search.beside), [search.beside]);
  const layer = search.layer ?? 'both';
  const wish = useMemo(() => {
    const other = { judgedBy: look.judgedBy, range: look.range, filters: look.filters };
    switch (beside?.kind) {
      case 'version':
        return { ...other, judgedBy: beside.version };
      case 'before':
        return { ...other, range: timeBefore(look.range) };
      case 'days':
        return { ...other, range: readPeriod(beside.from, beside.to, { timeZone, firstMs, lastMs }) };
      case 'customers':
        return { ...other, filters: beside.filters };
      default:
        return other;
    }
  }, [beside, look.judgedBy, look.range, look.filters, timeZone, firstMs, lastMs]);
  const other = useSide({ journey, ...wish, layer, hasBefore: false });
  const compared = useMemo(
    () => (side.view && other.view ? compareViews(side.view, other.view) : null),
    [side.view, other.view],
  );
  const choices = useMemo(() => readLanes(search.lanes), [search.lanes]);
  const rows = useMemo(() => (compared ? shownRows(compared.view.rows, choices) : []), [compared, choices]);
  const bodyOf = useCallback(
    (row: MapRow, column: number) => {
      const cell = row.cells[column];
      const pair = compared?.cells.get(row.id)?.[column];
      const only = compared?.onlyOn[column] ?? null;
      if (cell?.kind === 'step')
        return <ComparedBody.Step cell={<CellBody cell={cell} voicesMost={1} />} only={only} />;
      return pair ? <ComparedBody.Pair pair={pair} /> : null;
    },
    [compared],
  );
  const open = useCallback((step: string) => change({ step }), [change]);
  const fold = useCallback(
    (row: string) => change({ lanes: writeLanes(toggledLane(choices, row, 'folded')) }),
    [change, choices],
  );
  const isWide = useIsWide(720);
  if (other.error) return <ProblemBox error={other.error} onRetry={other.refetch} />;
  return (
    <div className={styles.compared}>
      <div className={styles.head}>
        <span>{WORDS.between(WORDS.here, besideWords(beside, wish.range, timeZone))}</span>
        <Button look="ghost" onPress={() => change({ beside: undefined })}>
          <X size={14} aria-hidden="true" />
          {WORDS.stop}
        </Button>
      </div>
      {compared ? (
        <div className={isWide ? styles.grid : styles.low}>
          <MapGrid
            view={compared.view}
            rows={rows}
            chosen={search.step ?? null}
            onOpen={open}
            onFold={fold}
            bodyOf={bodyOf}
          />
        </div>
      ) : (
        <MapSkeleton />
      )}
    </div>
  );
}

function besideWords(
  beside: Beside | null,
  range: { readonly fromMs: number; readonly toMs: number } | null,
  timeZone: string,
): string {
  switch (beside?.kind) {
    case 'version':
      return WORDS.version(beside.version);
    case 'before':
    case 'days':
      return range === null ? WORDS.before : formatRange(range.fromMs, range.toMs, timeZone);
    case 'customers':
      return beside.filters.length === 0 ? WORDS.everybody : beside.filters.map(filterWords).join(', ');
    default:
      return WORDS.none;
  }
}
