import { drawFlow, flowSentence, flowTable } from '@continuo/diagram';
import { useCallback, useMemo } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { Fitted } from '../../diagrams/fitted.tsx';
import { Choice } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PATHS_WORDS } from '../../words/paths.ts';
import { useBehind } from './behind-panel.tsx';
import styles from './controls.module.css';
import { PathsFrame } from './paths-frame.tsx';
import { useActivities } from './use-activities.ts';
import { usePathsSearch } from './use-paths.ts';
import { useScope } from './use-scope.ts';

const WORDS = PATHS_WORDS.flow;
const KEPT_BY_NAME = 8;
const STEPS = Array.from({ length: 9 }, (_, count) => ({ id: `${count}`, text: `${count}` }));

/** What customers do before and after a touchpoint, step by step. */
export function FlowPage() {
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  const activities = useActivities(scope);
  const anchor = search.anchor ?? null;
  const before = anchor === null ? 0 : (search.before ?? 0);
  const after = search.after ?? 4;
  const input = useMemo(() => ({ anchor, before, after, top: KEPT_BY_NAME }), [anchor, before, after]);
  const query = useAnswer('flow', scope, input);
  const [open, panel] = useBehind(scope);
  const flow = query.data?.result;
  const draw = useCallback(
    (width: number, height: number) =>
      drawFlow(flow ?? { nodes: [], links: [], anchored: 0 }, { input, width, height }),
    [flow, input],
  );
  return (
    <PathsFrame
      view="flow"
      query={query}
      sentence={flow ? flowSentence(flow, input) : null}
      diagram="flow"
      input={input}
      table={flow ? flowTable(flow, input) : null}
      controls={
        <div className={styles.controls}>
          <Choice
            label={WORDS.anchor}
            value={anchor ?? ''}
            options={[{ id: '', text: WORDS.start }, ...activities.map((name) => ({ id: name, text: name }))]}
            onChange={(name) => change({ anchor: name || undefined })}
          />
          {anchor !== null && (
            <Choice
              label={WORDS.before}
              value={`${before}`}
              options={STEPS}
              onChange={(count) => change({ before: Number(count) })}
            />
          )}
          <Choice
            label={WORDS.after}
            value={`${after}`}
            options={STEPS}
            onChange={(count) => change({ after: Number(count) })}
          />
        </div>
      }
    >
      {flow ? <Fitted draw={draw} onStop={open} /> : <Skeleton height={420} />}
      {panel}
    </PathsFrame>
  );
}
