import type { Behind, Summary } from '@continuo/core';
import { formatCount, formatDuration, formatNumber, formatRange, formatShare } from '@continuo/diagram';
import type { ReactNode } from 'react';
import { type AskScope, useOverview } from '../../api/hooks.ts';
import { About } from '../../ui/about.tsx';
import { Card } from '../../ui/card.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import type { DefinitionName } from '../../words/definitions.ts';
import { HOME_WORDS } from '../../words/home.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './home.module.css';

const WORDS = HOME_WORDS.facts;
const EVERYONE: Behind = { kind: 'all' };

/** The size of the data in a few numbers, each with its definition. */
export function Facts({
  journeys: summary,
  everyone,
  scope,
  className,
}: {
  /** By what one journey is. */
  readonly journeys: Summary;
  /** By customer: also those whose events belong to no journey. */
  readonly everyone: Summary;
  readonly scope: AskScope;
  readonly className?: string | undefined;
}) {
  const { workspace, firstMs, lastMs } = useOverview();
  const period = firstMs !== null && lastMs !== null ? formatRange(firstMs, lastMs + 1, workspace.timeZone) : null;
  const journeys = formatCount(summary.runs);
  // A file of answers: nobody has a second moment, so no journey takes any time.
  const isSingle = summary.events === summary.runs;
  return (
    <Card title={WORDS.title} note={period} className={className}>
      <dl className={styles.facts}>
        <Fact name="customers" label={WORDS.customers}>
          <PeopleNumber behind={EVERYONE} scope={scope} what={WORDS.customers}>
            {formatCount(everyone.people)}
          </PeopleNumber>
        </Fact>
        <Fact name="journeys" label={WORDS.journeys}>
          {journeys}
          {summary.eventsPerRun && (
            <Meta>{isSingle ? WORDS.oneEach : WORDS.each(formatNumber(summary.eventsPerRun.median))}</Meta>
          )}
        </Fact>
        <Fact name="events" label={WORDS.events}>
          {formatCount(everyone.events)}
        </Fact>
        <Fact name="routes" label={WORDS.routes}>
          {formatCount(summary.variants)}
          <Meta>{WORDS.different(journeys)}</Meta>
        </Fact>
        {summary.durationMs && !isSingle && (
          <Fact name="duration" label={WORDS.duration}>
            {formatDuration(summary.durationMs.median)}
            <Meta>{WORDS.tail(formatDuration(summary.durationMs.p90))}</Meta>
          </Fact>
        )}
        {summary.openWithinMs !== null && (
          <Fact name="underWay" label={WORDS.underWay}>
            {formatCount(summary.openRuns)}
            <Meta>{WORDS.of(formatShare(summary.openRuns, summary.runs))}</Meta>
          </Fact>
        )}
        <Fact name="felt" label={WORDS.felt}>
          <span className={styles.felt}>
            <FeltCounts {...everyone} />
          </span>
          <Meta>{WORDS.answered(formatShare(everyone.answeredPeople, everyone.people))}</Meta>
        </Fact>
      </dl>
    </Card>
  );
}

function Meta({ children }: { readonly children: ReactNode }) {
  return <span className="meta">{children}</span>;
}

function Fact({
  name,
  label,
  children,
}: {
  readonly name: DefinitionName;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.fact}>
      <dt>
        {label}
        <About name={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
