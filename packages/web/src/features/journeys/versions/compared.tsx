import { findStep, type JourneyContract } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { diffContracts } from '@continuo/journeyfile';
import { useMemo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { cardText } from '../edit/edit-cells.tsx';
import { type Mark, mergedCards, mergedLanes, mergedSteps } from './merge.ts';
import styles from './versions.module.css';

const WORDS = JOURNEYS_WORDS.versions;

/** What differs between two versions: in words, and marked on one map that holds both. */
export function Compared({ old, now }: { readonly old: JourneyContract; readonly now: JourneyContract }) {
  const differences = useMemo(() => diffContracts(old, now), [old, now]);
  if (differences.length === 0) return <p>{WORDS.same}</p>;
  return (
    <>
      <p className="meta">{WORDS.differences(counted(differences.length, 'difference'))}</p>
      <ul className={styles.words}>
        {differences.map(({ kind, words, id, field }) => (
          <li key={`${kind} ${id} ${field} ${words}`}>
            <MarkWord mark={kind === 'moved' || kind === 'renamed' ? 'changed' : kind} words={WORDS.kinds[kind]} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <MergedMap old={old} now={now} />
    </>
  );
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

function MarkWord({ mark, words }: { readonly mark: Exclude<Mark, null>; readonly words: string }) {
  return (
    <span className={classes(styles.mark, styles[mark])}>
      <span aria-hidden="true">{SIGNS[mark]} </span>
      {words}
    </span>
  );
}

/** A sign and a word beside the colour. */
function Marked({ mark }: { readonly mark: Mark }) {
  return mark === null ? null : <MarkWord mark={mark} words={WORDS.kinds[mark]} />;
}

function MergedMap({ old, now }: { readonly old: JourneyContract; readonly now: JourneyContract }) {
  const steps = mergedSteps(old, now);
  const stages: { title: string; columns: number; id: string }[] = [];
  for (const { stage, step } of steps) {
    const last = stages.at(-1);
    if (last?.title === stage) last.columns += 1;
    else stages.push({ title: stage, columns: 1, id: step.id });
  }
  return (
    <section className={styles.scroll} aria-label={WORDS.grid} {...SCROLLABLE}>
      <table className={styles.grid}>
        <caption className="meta">{WORDS.grid}</caption>
        <thead>
          <tr>
            <th scope="col">{EDITOR_WORDS.rows.stage}</th>
            {stages.map(({ title, columns, id }) => (
              <th key={id} scope="colgroup" colSpan={columns}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{EDITOR_WORDS.rows.steps}</th>
            {steps.map(({ step, mark }) => (
              <td key={step.id} className={classes(mark !== null && styles[mark])}>
                <b>{mark === 'removed' ? <s>{step.title}</s> : step.title}</b> <Marked mark={mark} />
              </td>
            ))}
          </tr>
          {mergedLanes(old, now).map(({ lane, mark }) => (
            <tr key={lane.id}>
              <th scope="row">
                {lane.title} <Marked mark={mark} />
              </th>
              {steps.map(({ step }) => (
                <td key={step.id}>
                  {mergedCards(findStep(old, step.id)?.cells[lane.id], findStep(now, step.id)?.cells[lane.id]).map(
                    ({ card, mark: cardMark }) => (
                      <p key={card.id} className={classes(styles.card, cardMark !== null && styles[cardMark])}>
                        {cardMark === 'removed' ? <s>{cardText(card, lane)}</s> : cardText(card, lane)}{' '}
                        <Marked mark={cardMark} />
                      </p>
                    ),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
