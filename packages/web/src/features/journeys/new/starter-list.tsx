import type { ReplyOf } from '@continuo/contract';
import { counted } from '@continuo/diagram';
import { useId } from 'react';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import styles from './new-map.module.css';

const WORDS = JOURNEYS_WORDS.make;

/** Maps to begin with, with the stages they have. */
export function StarterList({
  starters,
  chosen,
  onChoose,
}: {
  readonly starters: ReplyOf<'starters'>;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.starters}>
      <legend className="sr">{WORDS.starters}</legend>
      {starters.map(({ key, title, steps, contract }) => (
        <label key={key} className={styles.starter}>
          <input type="radio" name={name} checked={chosen === key} onChange={() => onChoose(key)} />
          <span>
            <b>{title}</b>
            <span className="meta">
              {WORDS.starterSays(counted(steps, 'step'), counted(contract.stages.length, 'stage'))}:{' '}
              {contract.stages.map((stage) => stage.title).join(' → ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
