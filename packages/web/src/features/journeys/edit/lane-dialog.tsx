import type { LaneKind } from '@continuo/core';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import styles from './edit.module.css';

const PURPOSES: Readonly<Record<keyof typeof WORDS.laneDialog.purposes, readonly LaneKind[]>> = {
  workshop: ['actions', 'thoughts', 'emotion', 'expectations', 'pains', 'gains'],
  blueprint: ['frontstage', 'backstage', 'systems', 'owner', 'promises'],
  measure: ['kpi', 'quotes', 'text', 'image'],
};

/** Which lane to add, by what a map is drawn for. */
export function LaneDialog({
  onChoose,
  onClose,
}: {
  readonly onChoose: (kind: LaneKind) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={WORDS.laneDialog.title} onClose={onClose}>
      <p>{WORDS.laneDialog.says}</p>
      {(Object.keys(PURPOSES) as (keyof typeof PURPOSES)[]).map((purpose) => (
        <section key={purpose} className={styles.purpose}>
          <h3>{WORDS.laneDialog.purposes[purpose]}</h3>
          <div className={styles.wrap}>
            {PURPOSES[purpose].map((kind) => (
              <Button key={kind} onPress={() => onChoose(kind)}>
                {WORDS.lane[kind]}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Dialog>
  );
}
