import type { SeenEvent, TestedMatches } from '@continuo/contract';
import { isMatched, type JourneyContract, placedSteps } from '@continuo/core';
import { Link2, Link2Off } from 'lucide-react';
import { classes } from '../../../ui/classes.ts';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import type { Doing } from '../edit/step-panel.tsx';
import styles from './connect.module.css';
import { StepMatchers } from './step-matchers.tsx';

const WORDS = CONNECT_WORDS.step;

/** Steps below their stages; the chosen one shows its events, to change them. */
export function StepList({
  contract,
  selected,
  seen,
  tried,
  onChoose,
  act,
}: {
  readonly contract: JourneyContract;
  readonly selected: string | null;
  readonly seen: readonly SeenEvent[];
  readonly tried: TestedMatches | null;
  readonly onChoose: (step: string) => void;
  readonly act: Doing;
}) {
  const counts = new Map(tried?.steps.map((one) => [one.step, one]));
  return (
    <>
      {contract.stages.map((stage) => {
        const steps = placedSteps({ ...contract, stages: [stage] });
        if (steps.length === 0) return null;
        return (
          <section key={stage.id} className={styles.stage} aria-label={stage.title}>
            <h3>{stage.title}</h3>
            <ul>
              {steps.map(({ step }) => {
                const isChosen = step.id === selected;
                const isConnected = isMatched(step);
                const count = counts.get(step.id);
                return (
                  <li key={step.id} className={classes(styles.step, isChosen && styles.chosen)}>
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      onClick={() => onChoose(step.id)}
                      className={styles.name}
                    >
                      {isConnected ? <Link2 size={14} aria-hidden="true" /> : <Link2Off size={14} aria-hidden="true" />}
                      <b>{step.title}</b>
                      <span className="meta">
                        {isConnected
                          ? count
                            ? WORDS.tried(count.people, count.failed)
                            : WORDS.connected
                          : WORDS.notConnected}
                      </span>
                    </button>
                    {!isChosen && step.matchers.length + step.failures.length > 0 && (
                      <span className={styles.names}>
                        {[...step.matchers, ...step.failures].flatMap(({ events }) => events).join(', ')}
                      </span>
                    )}
                    {isChosen && <StepMatchers step={step} seen={seen} act={act} />}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </>
  );
}
