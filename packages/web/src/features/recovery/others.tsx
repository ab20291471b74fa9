import type { Callback } from '@continuo/contract';
import type { JourneyGap } from '@continuo/core';
import { formatCount, formatDay } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useAnswer } from '../../api/hooks.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import { GAPS_WORDS } from '../../words/gaps.ts';
import styles from './others.module.css';

/** How a step lets customers down, the plainest first. */
const HURTS = ['broken', 'late', 'partner-skipped', 'we-skipped'] as const;
type Hurt = (typeof HURTS)[number];

/**
 * How many others the step let down that is the cause: the same count as on Home and among the gaps of the map.
 * `otherwise`: what is said while no step is known to have hurt, or none is the cause.
 */
export function Others({
  callback,
  timeZone,
  otherwise,
}: {
  readonly callback: Callback;
  readonly timeZone: string;
  readonly otherwise: string | null;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const cause = callback.cause ?? callback.suggestedCause;
  const at = cause?.kind === 'step' ? cause : null;
  const scope = { unit: 'journey', journey: { key: at?.journey ?? '', judgedBy: 'in-force' } } as const;
  const { data } = useAnswer('journey-gaps', scope, { timeZone }, { isOn: at !== null });
  const step = callback.causes.find(
    ({ cause: one }) => one.kind === 'step' && one.journey === at?.journey && one.step === at.step,
  );
  const gap = at === null || step === undefined ? null : hurtAt(data?.result.gaps ?? [], at.step);
  if (gap === null && otherwise === null) return null;
  return (
    <p className={styles.others}>
      <Users size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>{WORDS.others}</b>{' '}
        {at === null || gap === null || step === undefined ? (
          otherwise
        ) : (
          <>
            <span className={styles.harm}>
              <Glyph kind="harm" />
            </span>{' '}
            <Link to="/w/$ws/journeys/$key" params={{ ws, key: at.journey }} search={{ step: `step:${at.step}` }}>
              {WORDS.hurt(
                formatCount(gap.people),
                formatCount(gap.of),
                GAPS_WORDS.titles[gap.kind](step.title),
                gap.sinceMs === null ? '' : WORDS.moreSince(formatDay(gap.sinceMs, timeZone)),
              )}
            </Link>
          </>
        )}
      </span>
    </p>
  );
}

function hurtAt(gaps: readonly JourneyGap[], step: string): (JourneyGap & { readonly kind: Hurt }) | null {
  for (const kind of HURTS) {
    const found = gaps.find((gap) => gap.kind === kind && gap.step === step && gap.isHarm);
    if (found !== undefined) return { ...found, kind };
  }
  return null;
}
