import type { JourneyGap, Measured } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Eye, Lightbulb } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { client } from '../../../../api/client.ts';
import { useMay } from '../../../../api/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ProblemBox } from '../../../../ui/problem-box.tsx';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import styles from './inspector.module.css';
import type { InspectorProps } from './inspector.tsx';
import { worstNumber } from './worst-number.ts';

const WatchThis = lazy(() => import('../../../alerts/watch-this.tsx').then((part) => ({ default: part.WatchThis })));
const ProposedChange = lazy(() =>
  import('../../gaps/proposed-change.tsx').then((part) => ({ default: part.ProposedChange })),
);

/** From the number to one person, and from reality to the map. */
export function InspectorActions({ journey, column, side }: InspectorProps) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const mayEdit = useMay('editor');
  const [error, setError] = useState<unknown>(null);
  const [proposed, setProposed] = useState<JourneyGap | null>(null);
  const { input } = side;
  if (input === null) return null;
  const worst = worstNumber(column, input);
  const readOne = async (): Promise<void> => {
    if (worst === null) return;
    setError(null);
    try {
      const { result } = await client.ask('people', {
        scope: side.scope,
        input: { behind: worst.behind, limit: 1, sort: 'unhappy' },
      });
      const run = result.rows[0]?.run;
      if (run !== undefined) await navigate({ to: '/w/$ws/stories/$run', params: { ws, run } });
    } catch (problem) {
      setError(problem);
    }
  };
  const propose = async (): Promise<void> => {
    const { proposableGap } = await import('../../gaps/proposable-gap.ts');
    const gap = proposableGap(journey.draft, column, input);
    if (gap !== null) return setProposed(gap);
    await navigate({
      to: '/w/$ws/journeys/$key/edit',
      params: { ws, key: journey.key },
      search: { step: column.kind === 'step' ? column.step : undefined },
    } as never);
  };
  return (
    <div className={styles.actions}>
      {error !== null && <ProblemBox error={error} />}
      {worst && (
        <Button look="primary" onPress={() => void readOne()}>
          <Eye size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.oneStory(formatCount(worst.n))}
        </Button>
      )}
      <Suspense>
        <WatchThis measured={measuredAt(journey.key, column)} />
      </Suspense>
      {mayEdit && (
        <Button onPress={() => void propose()}>
          <Lightbulb size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.propose}
        </Button>
      )}
      {proposed && input && (
        <Suspense>
          <ProposedChange journey={journey} gap={proposed} input={input} onClose={() => setProposed(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** What can be watched of a column: nothing where no event is connected. */
function measuredAt(journey: string, column: InspectorProps['column']): Measured | null {
  if (column.kind === 'off-map') return { kind: 'events', activity: column.activity, channel: null };
  return column.isConnected ? { kind: 'step', journey, step: column.step, which: 'harmed' } : null;
}
