import { type MapView, mapSteps, type StepItem } from '@continuo/diagram';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { classes } from '../../../ui/classes.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { MAP_WORDS } from '../../../words/map.ts';
import { FeltFigures } from './felt-figures.tsx';
import { ToneParts } from './figures.tsx';
import styles from './map-list.module.css';
import { StatusChip } from './status-chip.tsx';

/** The map read downwards, for narrow screens: stages that open, steps with the same facts as in the grid. */
export function MapList({ view, onOpen }: { readonly view: MapView; readonly onOpen: (column: string) => void }) {
  const { stages } = mapSteps(view);
  // What hurts is open; nothing hurts: all of a short map.
  const hurts = stages.filter(({ stage }) => stage.status === 'alert').map(({ stage }) => stage.id);
  const usual = hurts.length > 0 ? hurts : stages.length <= 4 ? stages.map(({ stage }) => stage.id) : [];
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  return (
    <ul className={styles.list} aria-label={MAP_WORDS.list.stages}>
      {stages.map(({ stage, count, steps }) => {
        const isOpen = changed.get(stage.id) ?? usual.includes(stage.id);
        const Arrow = isOpen ? ChevronDown : ChevronRight;
        return (
          <li key={`${stage.id}:${stage.from}`}>
            <button
              type="button"
              className={styles.stage}
              aria-expanded={isOpen}
              onClick={() => setChanged((last) => new Map(last).set(stage.id, !isOpen))}
            >
              <Arrow size={15} strokeWidth={1.75} aria-hidden="true" />
              <b>{stage.title}</b>
              <span className="meta">{count}</span>
              {stage.status && (
                <span className={styles.status}>
                  <StatusChip status={stage.status} words={stage.words} />
                </span>
              )}
            </button>
            {isOpen && (
              <ul>
                {steps.map((item) => (
                  <Item key={item.column.id} item={item} onOpen={onOpen} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Item({ item, onOpen }: { readonly item: StepItem; readonly onOpen: (column: string) => void }) {
  const { column, lines, voices, answered } = item;
  const isOff = column.kind === 'off-map';
  return (
    <li className={classes(styles.step, isOff ? styles.offMap : styles[column.isConnected ? column.status : 'off'])}>
      <button type="button" className={styles.open} onClick={() => onOpen(column.id)}>
        {isOff && (
          <span className={styles.plus}>
            <Glyph kind="plus" size={11} />
            <span className="sr">{MAP_WORDS.grid.offMap}: </span>
          </span>
        )}
        {column.title}
        <span className="sr">. {MAP_WORDS.list.open(column.title)}</span>
      </button>
      {lines.map((line) => (
        <p key={line.map(({ text }) => text).join('')}>
          <ToneParts parts={line} />
        </p>
      ))}
      {voices && (
        <p className={styles.voices}>
          <FeltFigures voices={voices} /> <span className={styles.answered}>{answered}</span>
        </p>
      )}
    </li>
  );
}
