import type { SaidAt } from '@continuo/core';
import { Link, useParams } from '@tanstack/react-router';
import { useMay } from '../../../../api/session.ts';
import { buttonClass } from '../../../../ui/button.tsx';
import { writeSaidAt } from '../../../../url/said-at.ts';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';

/** The way to a new survey about a step, for those who may make one. Nothing where the place is no step of the map. */
export function AskHere({ map, at }: { readonly map: string; readonly at: SaidAt }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const mayEdit = useMay('editor');
  if (!mayEdit || at.kind !== 'step') return null;
  return (
    <p>
      <Link
        to="/w/$ws/feedback/surveys"
        params={{ ws }}
        search={{ new: 'survey', map, at: writeSaidAt(at) }}
        className={buttonClass('link')}
      >
        {WORDS.ask}
      </Link>
    </p>
  );
}
