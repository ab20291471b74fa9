import type { Retention } from '@continuo/core';
import { cohortsSentence, cohortsTable, drawCohorts, drawLoop, loopSentence } from '@continuo/diagram';
import { useCallback, useMemo } from 'react';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { Fitted } from '../../diagrams/fitted.tsx';
import { About } from '../../ui/about.tsx';
import { ChoiceChips } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PathsSearch } from '../../url/search.ts';
import { readSpan } from '../../url/span.ts';
import { PATHS_WORDS } from '../../words/paths.ts';
import { useBehind } from './behind-panel.tsx';
import styles from './controls.module.css';
import { PathsFrame } from './paths-frame.tsx';
import { usePathsSearch } from './use-paths.ts';
import { USUAL_GAP_MS, useScope } from './use-scope.ts';

const WORDS = PATHS_WORDS.loop;
const PERIODS = Object.keys(WORDS.periods) as (keyof typeof WORDS.periods)[];

/** Who comes back, when, and where they come in again. */
export function LoopPage() {
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  const { workspace, suggestedGap } = useOverview();
  const period = search.every ?? 'week';
  const lapGapMs = readSpan(search.gap) ?? suggestedGap?.gapMs ?? USUAL_GAP_MS;
  const { timeZone } = workspace;
  const input = useMemo(
    () => ({ period, timeZone, start: null, back: null, kind: 'first' as const, lapGapMs }),
    [period, timeZone, lapGapMs],
  );
  const query = useAnswer('retention', scope, input);
  const [open, panel] = useBehind(scope);
  const retention = query.data?.result;
  const loop = useCallback(
    (width: number) => drawLoop((retention as Retention).loop, { width, lapGapMs }),
    [retention, lapGapMs],
  );
  const cohorts = useCallback(
    (width: number) => drawCohorts(retention as Retention, { input, width }),
    [retention, input],
  );
  return (
    <PathsFrame
      view="loop"
      query={query}
      sentence={retention ? loopSentence(retention.loop) : null}
      diagram="loop"
      input={input}
      table={retention ? cohortsTable(retention, input) : null}
      controls={
        <div className={styles.controls}>
          <ChoiceChips
            label={WORDS.every}
            value={period}
            options={PERIODS.map((id) => ({ id, text: WORDS.periods[id] }))}
            onChange={(every) => change({ every: every as PathsSearch['every'] })}
          />
        </div>
      }
    >
      {retention ? (
        <div className={styles.scroll}>
          <h2 className={styles.part}>{WORDS.loop}</h2>
          <Fitted draw={loop} onStop={open} isWhole />
          <h2 className={styles.part}>
            {WORDS.cohorts} <About name="comeBack" />
          </h2>
          <p className={`meta ${styles.part}`}>{cohortsSentence(retention, input).lead}</p>
          <Fitted draw={cohorts} onStop={open} isWhole />
        </div>
      ) : (
        <Skeleton height={420} />
      )}
      {panel}
    </PathsFrame>
  );
}
