import { type Card, type Evidence, isMatched, type Lane, type Step } from '@continuo/core';
import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import styles from './edit-grid.module.css';
import { ROLES } from './grid-roles.ts';
import { TypeBox } from './type-box.tsx';

/** Attributes of a cell that can have the focus. Its key finds it again, for the keyboard and for others on the map. */
export function spotProps(key: string, selected: boolean) {
  return { 'data-spot': key, tabIndex: selected ? 0 : -1 } as const;
}

/**
 * … of a thing that can also be dragged: it acts as a button, which some browsers would not let be dragged. `name`: what is said
 * of it where its words alone do not tell whose they are.
 */
export function thingProps(key: string, selected: boolean, name?: string) {
  return {
    ...spotProps(key, selected),
    role: 'button',
    draggable: true,
    'data-drag': key,
    'aria-label': name,
  } as const;
}

/**
 * … of a thing whose name is being typed inside it. It stays where it was and can take the focus back before the field goes:
 * a field that goes with the focus in it makes the browser lay out the page twice.
 */
export function typedProps(key: string) {
  return spotProps(key, false);
}

/** Initials of somebody else who is here. */
export function Who({ who }: { readonly who: string | undefined }) {
  if (!who) return null;
  return (
    <span className={styles.who} title={WORDS.live.also(who)}>
      {initialsOf(who)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A button on the grid that the grid itself answers: no handler a cell. */
export function MenuButton({ of, name }: { readonly of: string; readonly name: string }) {
  return (
    <button type="button" className={styles.dots} tabIndex={-1} data-menu={of} aria-label={WORDS.menu.of(name)}>
      <Ellipsis size={14} aria-hidden="true" />
    </button>
  );
}

interface Here {
  /** Key of what is selected, when it lies in this cell; else null. */
  readonly selected: string | null;
  /** Key of what is typed into, when it lies in this cell; else null. */
  readonly typing: string | null;
  readonly who: string | undefined;
}

export const StepCell = memo(function StepCell({
  step,
  column,
  selected,
  typing,
  who,
  steady,
}: Here & { readonly step: Step; readonly column: number; readonly steady: string | undefined }) {
  const key = `step|${step.id}`;
  const foot = footOf(step);
  return (
    <td {...ROLES.gridcell} aria-colindex={column + 2} className={styles.stepCell}>
      <div
        {...(typing === key ? typedProps(key) : thingProps(key, selected === key))}
        className={classes(styles.step, !isMatched(step) && styles.dashed, who && styles.theirs)}
      >
        {typing === key ? (
          <TypeBox initial={step.title} label={WORDS.step.title} />
        ) : (
          <>
            <span className={styles.stepTitle}>{step.title}</span>
            <span className={styles.foot}>
              {step.matters && <span title={WORDS.step.matters}>★ </span>}
              {foot}
            </span>
            {steady && <span className={styles.steady}>{steady}</span>}
          </>
        )}
        <Who who={who} />
      </div>
      <MenuButton of={key} name={step.title} />
    </td>
  );
});

function footOf(step: Step): string {
  const facts = [
    step.actor === 'customer' ? '' : WORDS.actor[step.actor],
    step.isOwed ? WORDS.foot.owed : '',
    step.isOptional ? WORDS.foot.optional : '',
    step.ends === 'goal' ? WORDS.foot.goal : step.ends === 'failure' ? WORDS.foot.failure : '',
    !isMatched(step) ? WORDS.foot.notConnected : WORDS.foot.connected,
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

const NO_CARDS: readonly Card[] = [];

export const LaneCell = memo(function LaneCell({
  step,
  stepTitle,
  lane,
  cards = NO_CARDS,
  column,
  selected,
  typing,
  who,
}: Here & {
  readonly step: string;
  readonly stepTitle: string;
  readonly lane: Lane;
  readonly cards: readonly Card[] | undefined;
  readonly column: number;
}) {
  const key = `cell|${step}|${lane.id}`;
  const isEmpty = cards.length === 0;
  return (
    <td
      {...ROLES.gridcell}
      aria-colindex={column + 2}
      className={classes(styles.cell, who && styles.theirs)}
      {...spotProps(key, selected === key)}
      aria-label={isEmpty ? WORDS.emptyCell(lane.title, stepTitle) : undefined}
    >
      {cards.map((card) => {
        const own = `${key}|${card.id}`;
        if (typing === own)
          return (
            <div key={card.id} {...typedProps(own)}>
              <TypeBox initial={card.text} label={`${lane.title}, ${stepTitle}`} kind={lane.kind} />
            </div>
          );
        const text = cardText(card, lane);
        const rests = lane.kind === 'emotion' ? null : evidenceWords(card.evidence);
        return (
          <div
            key={card.id}
            {...thingProps(own, selected === own, `${text}${rests === null ? '' : ` ${rests}`}, ${stepTitle}`)}
            className={classes(styles.card, styles[card.evidence.kind])}
          >
            {text} {rests !== null && <span className={styles.rests}>{rests}</span>}
          </div>
        );
      })}
      {typing === key && <TypeBox initial="" label={`${lane.title}, ${stepTitle}`} kind={lane.kind} />}
      {typing !== key && (isEmpty || lane.kind !== 'emotion') && (
        <button
          type="button"
          className={styles.plus}
          tabIndex={-1}
          data-add={key}
          aria-label={WORDS.addTo(lane.title, stepTitle)}
        />
      )}
      <Who who={who} />
    </td>
  );
});

/** An intended feeling is kept as a number and read as a word. */
export function cardText(card: Card, lane: Lane): string {
  if (lane.kind !== 'emotion') return card.text;
  return WORDS.feelings.find(({ id }) => id === card.text.replace('−', '-'))?.text ?? card.text;
}

function evidenceWords(evidence: Evidence): string {
  if (evidence.kind === 'heard') return WORDS.heard(evidence.n, evidence.when);
  return evidence.kind === 'think' ? WORDS.cardPanel.think : WORDS.cardPanel.measured;
}
