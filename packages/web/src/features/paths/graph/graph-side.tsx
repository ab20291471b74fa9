import type { PathGraph } from '@continuo/core';
import { formatCount, formatShare } from '@continuo/diagram';
import { useEffect, useRef, useState } from 'react';
import type { AskScope } from '../../../api/hooks.ts';
import { About } from '../../../ui/about.tsx';
import { ChoiceChips } from '../../../ui/field.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { METRICS, type PathsSearch } from '../../../url/search.ts';
import { PATHS_WORDS as WORDS } from '../../../words/paths.ts';
import type { ChangeSearch } from '../use-paths.ts';
import styles from './graph.module.css';
import { RouteList } from './route-list.tsx';
import { shownOf } from './shares.ts';

/** While a slider moves, the address follows after so long. */
const SETTLE_MS = 150;

export interface GraphSideProps {
  readonly graph: PathGraph;
  readonly act: number;
  readonly path: number;
  readonly search: PathsSearch;
  readonly change: ChangeSearch<PathsSearch>;
  readonly scope: AskScope;
}

/** How much of the graph is shown, which number stands on it, and the routes people take. */
export function GraphSide({ graph, act, path, search, change, scope }: GraphSideProps) {
  const shown = shownOf(graph);
  const setAct = useSettled(act, (value) => change({ act: value }, { replace: true }));
  const setPath = useSettled(path, (value) => change({ path: value }, { replace: true }));
  return (
    <>
      <h2>
        {WORDS.side} <About name="shown" />
      </h2>
      <Slider
        label={WORDS.touchpoints}
        min={1}
        value={setAct.value}
        onChange={setAct.change}
        says={WORDS.touchpointsSay(
          formatCount(shown.steps),
          formatCount(shown.allSteps),
          formatShare(shown.events, shown.allEvents),
        )}
      />
      <Slider
        label={WORDS.moves}
        value={setPath.value}
        onChange={setPath.change}
        says={WORDS.movesSay(
          formatCount(shown.moves),
          formatCount(shown.allMoves),
          formatShare(shown.moved, shown.allMoved),
        )}
      />
      <ChoiceChips
        label={WORDS.metric}
        value={search.metric ?? 'customers'}
        options={METRICS.map((id) => ({ id, text: WORDS.metrics[id] }))}
        onChange={(metric) => change({ metric: metric as PathsSearch['metric'] })}
      />
      <p className={`meta ${styles.legend}`}>
        <span className={styles.harm}>
          <Glyph kind="harm" /> {WORDS.marks.legendUnhappy}
        </span>
        <span className={styles.good}>
          <Glyph kind="good" /> {WORDS.marks.legendHappy}
        </span>
        <span>{WORDS.marks.few}</span>
        <span>{WORDS.marks.ends}</span>
        <span>{WORDS.walk}</span>
      </p>
      <RouteList scope={scope} search={search} />
    </>
  );
}

/** A value that moves at once here and, when it rests, where it is kept. */
function useSettled(kept: number, keep: (value: number) => void) {
  const [moving, setMoving] = useState<number | null>(null);
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (moving === null || moving === kept) return;
    const timer = setTimeout(() => latest.current(moving), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [moving, kept]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is kept anew (a back button, too) wins over the hand
  useEffect(() => setMoving(null), [kept]);
  return { value: moving ?? kept, change: setMoving };
}
