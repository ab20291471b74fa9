import type { PathGraph } from '@continuo/core';
import { drawPathGraph, orderGraph, pathGraphEdgesTable, pathGraphSentence } from '@continuo/diagram';
import { useMemo, useRef } from 'react';
import { useAnswer } from '../../../api/hooks.ts';
import { useSeen } from '../../../api/use-seen.ts';
import { useCommand } from '../../../commands/live.ts';
import { Drawing } from '../../../diagrams/drawing.tsx';
import { useSize } from '../../../diagrams/use-size.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PathsFrame } from '../paths-frame.tsx';
import { usePathsSearch } from '../use-paths.ts';
import { useScope } from '../use-scope.ts';
import { feltMarks } from './felt-marks.ts';
import styles from './graph.module.css';
import { GraphSide } from './graph-side.tsx';
import { readSelection, type Selection, writeSelection } from './selection.ts';
import { SelectionPanel } from './selection-panel.tsx';
import { usualShares } from './shares.ts';

/** Which activity follows which: the graph, its sliders, what is selected on it. */
export function GraphPage() {
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  // The whole graph once per scope: it fixes the order, so that nothing changes place when a slider moves.
  const whole = useAnswer('path-graph', scope, { activityShare: null, pathShare: null });
  const usual = useMemo(() => (whole.data ? usualShares(whole.data.result) : null), [whole.data]);
  const act = search.act ?? usual?.act ?? 100;
  const path = search.path ?? usual?.path ?? 100;
  const input = { activityShare: act / 100, pathShare: path / 100 };
  const query = useAnswer('path-graph', scope, input, { isOn: usual !== null });
  const graph = query.data?.result;
  const selection = graph ? readSelection(search.sel, graph) : null;
  useSeen('sawGraph', graph !== undefined);
  const unselect = () => change({ sel: undefined });
  useCommand('view.unselect', unselect, selection !== null);
  const select = (sel: string | undefined) => {
    change({ sel });
    if (sel === undefined) announce('');
  };
  return (
    <PathsFrame
      view="graph"
      query={whole.error ? whole : query}
      sentence={graph ? pathGraphSentence(graph, query.data?.population.runs ?? null) : null}
      diagram="path-graph"
      input={input}
      table={graph ? pathGraphEdgesTable(graph) : null}
      aside={graph && <GraphSide graph={graph} act={act} path={path} search={search} change={change} scope={scope} />}
    >
      {graph && whole.data ? (
        <>
          <Canvas
            graph={graph}
            whole={whole.data.result}
            metric={search.metric ?? 'customers'}
            selected={selection}
            onSelect={select}
          />
          {selection && (
            <SelectionPanel
              selection={selection}
              graph={graph}
              population={query.data?.population ?? null}
              scope={scope}
              search={search}
              change={change}
            />
          )}
        </>
      ) : (
        <Skeleton height={420} />
      )}
    </PathsFrame>
  );
}

/** Left to right reads best: rather than turn it, a graph up to so many times as wide as its room is scrolled. */
const READ_ACROSS = 1.35;

function Canvas({
  graph,
  whole,
  metric,
  selected,
  onSelect,
}: {
  readonly graph: PathGraph;
  readonly whole: PathGraph;
  readonly metric: 'customers' | 'times' | 'time' | 'felt';
  readonly selected: Selection | null;
  readonly onSelect: (selection: string | undefined) => void;
}) {
  const room = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(room);
  const activity = selected?.kind === 'activity' ? selected.activity : null;
  const marks = useMemo(() => feltMarks(graph.nodes), [graph]);
  const order = useMemo(() => orderGraph(whole), [whole]);
  const scene = useMemo(() => {
    if (width === 0) return null;
    const options = { width, height, metric, order, selected: activity, marks };
    const across = drawPathGraph(graph, { ...options, direction: 'across' });
    return across.width <= width * READ_ACROSS ? across : drawPathGraph(graph, options);
  }, [graph, width, height, metric, order, activity, marks]);
  const key = writeSelection(selected);
  const inView = scene?.stops.find((stop) => key !== undefined && writeSelection(stop.behind) === key)?.id ?? null;
  return (
    <div className={styles.canvas} ref={room}>
      {scene && (
        <Drawing scene={scene} isZoomable inView={inView} onStop={(stop) => onSelect(writeSelection(stop.behind))} />
      )}
    </div>
  );
}
