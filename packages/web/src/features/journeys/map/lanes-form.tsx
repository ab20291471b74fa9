import type { MapRow } from '@continuo/diagram';
import { ArrowDown, ArrowUp, ChevronsDownUp, ChevronsUpDown, Rows3 } from 'lucide-react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import { type LaneChoice, movedLane, orderedRows, readLanes, toggledLane, writeLanes } from './lanes.ts';
import styles from './lanes-form.module.css';

const WORDS = MAP_WORDS.lanes;

/** Which lanes are shown and folded, and in which order. */
export function LanesForm({
  rows,
  search,
  change,
}: {
  readonly rows: readonly MapRow[];
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
}) {
  const choices = readLanes(search.lanes);
  const set = (next: readonly LaneChoice[]) => change({ lanes: writeLanes(next) });
  const is = (row: string, how: 'hidden' | 'folded') => choices.some((one) => one.row === row && one.how === how);
  return (
    <Popover
      label={WORDS.label}
      trigger={
        <Button isDisabled={rows.length === 0}>
          <Rows3 size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.button}
        </Button>
      }
    >
      <ul className={styles.lanes}>
        {orderedRows(rows, choices).map(({ id, title }) => {
          const isFolded = is(id, 'folded');
          const Fold = isFolded ? ChevronsUpDown : ChevronsDownUp;
          return (
            <li key={id} className={styles.lane}>
              <label>
                <input
                  type="checkbox"
                  checked={!is(id, 'hidden')}
                  onChange={() => set(toggledLane(choices, id, 'hidden'))}
                />
                {title}
              </label>
              <IconButton
                name={isFolded ? WORDS.unfold(title) : WORDS.fold(title)}
                look="ghost"
                onPress={() => set(toggledLane(choices, id, 'folded'))}
              >
                <Fold size={14} aria-hidden="true" />
              </IconButton>
              <IconButton name={WORDS.up(title)} look="ghost" onPress={() => set(movedLane(rows, choices, id, -1))}>
                <ArrowUp size={14} aria-hidden="true" />
              </IconButton>
              <IconButton name={WORDS.down(title)} look="ghost" onPress={() => set(movedLane(rows, choices, id, 1))}>
                <ArrowDown size={14} aria-hidden="true" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {choices.length > 0 && <Button onPress={() => set([])}>{WORDS.reset}</Button>}
    </Popover>
  );
}
