import { pathGraphEdgesTable, pathGraphNodesTable, pathGraphSentence } from '@continuo/diagram';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { TableView } from '../../diagrams/table-view.tsx';
import { ChoiceChips } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PathsSearch } from '../../url/search.ts';
import { PATHS_WORDS } from '../../words/paths.ts';
import styles from './controls.module.css';
import { PathsFrame } from './paths-frame.tsx';
import { usePathsSearch } from './use-paths.ts';
import { useScope } from './use-scope.ts';

const INPUT = { activityShare: null, pathShare: null };
const WORDS = PATHS_WORDS.which;

/** Every touchpoint and every move in rows, nothing left out. */
export function TablePage() {
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  const { workspace } = useOverview();
  const query = useAnswer('path-graph', scope, INPUT);
  const graph = query.data?.result;
  const which = search.which ?? 'moves';
  return (
    <PathsFrame
      view="table"
      query={query}
      sentence={graph ? pathGraphSentence(graph, query.data?.population.runs ?? null) : null}
      diagram="path-graph"
      input={INPUT}
      table={null}
      controls={
        <div className={styles.controls}>
          <ChoiceChips
            label={WORDS.label}
            value={which}
            options={[
              { id: 'moves', text: WORDS.moves },
              { id: 'touchpoints', text: WORDS.touchpoints },
            ]}
            onChange={(id) => change({ which: id as PathsSearch['which'] })}
          />
        </div>
      }
    >
      {graph ? (
        <TableView
          key={which}
          table={which === 'moves' ? pathGraphEdgesTable(graph) : pathGraphNodesTable(graph)}
          timeZone={workspace.timeZone}
        />
      ) : (
        <Skeleton lines={6} />
      )}
    </PathsFrame>
  );
}
