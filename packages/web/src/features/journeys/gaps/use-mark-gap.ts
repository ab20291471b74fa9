import type { Journey } from '@continuo/contract';
import type { JourneyGap } from '@continuo/core';
import type { MapInput } from '@continuo/diagram';
import { useState } from 'react';
import { client, queryClient } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { GAPS_WORDS } from '../../../words/gaps.ts';
import { gapMarksQuery } from '../map/use-journey.ts';
import { gapContext } from './gap-context.ts';

type Action = 'watch' | 'dismiss' | 'accept' | 'clear';

/** Decides about gaps. Accepting sends the proposed edits to the draft; the mark is kept with who and when. */
export function useMarkGap(journey: Pick<Journey, 'key' | 'seq'>, input: Pick<MapInput, 'lived'>) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const mark = async (gap: JourneyGap, action: Action, reason = ''): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      const { key, seq } = journey;
      const { edits } = await client.call('markGap', {
        params: { key, gap: gap.id },
        body: { action, reason, ...gapContext(gap, input) },
      });
      if (edits.length > 0)
        await client.call('editJourney', { params: { key }, body: { client: 'gaps', seq, edits: [...edits] } });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: gapMarksQuery(key).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['journey', key] }),
      ]);
      announce(GAPS_WORDS.said[action]);
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { mark, error, isBusy };
}
