import { findStep, type JourneyContract } from '@continuo/core';
import { ListTree } from 'lucide-react';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { MAP_WORDS } from '../../../../words/map.ts';
import styles from './inspector.module.css';

const BENEATH: ReadonlySet<string> = new Set(['backstage', 'systems']);

/** The work behind a step and the systems it stands on, with who answers for it. */
export function Beneath({ step, contract }: { readonly step: string; readonly contract: JourneyContract }) {
  const found = findStep(contract, step);
  if (found === null) return null;
  const cards = contract.lanes
    .filter(({ kind }) => BENEATH.has(kind))
    .flatMap((lane) => (found.cells[lane.id] ?? []).map((card) => ({ card, lane })));
  const owner = found.partner ?? found.owner ?? MAP_WORDS.nobody;
  return (
    <section className={styles.part}>
      <h3 className={styles.icon}>
        <ListTree size={14} strokeWidth={1.75} aria-hidden="true" />
        {WORDS.beneath}
      </h3>
      {cards.length === 0 ? (
        <p className="meta">
          {WORDS.nothingBeneath} {MAP_WORDS.owner(owner)}.
        </p>
      ) : (
        <ul>
          {cards.map(({ card, lane }) => (
            <li key={card.id} className={styles.pair} title={lane.title}>
              <span>{card.text}</span>
              <span className="meta">{owner}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
