import { type Card, type Edit, type Evidence, findStep, type Group, LANE_KINDS, type LaneKind } from '@continuo/core';
import { memo } from 'react';
import { Choice } from '../../../ui/field.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { CommitField, Tick } from './commit-field.tsx';
import styles from './edit.module.css';
import { placeOf } from './grid-model.ts';
import { MapPanel } from './map-panel.tsx';
import { type Doing, StepPanel } from './step-panel.tsx';
import type { Editor } from './use-editor.ts';

/** What is known of whatever is selected, to change it; nothing selected: of the map as a whole. */
export const ThingPanel = memo(function ThingPanel({
  editor,
  where,
  act,
}: {
  readonly editor: Editor;
  readonly where: { readonly ws: string; readonly key: string };
  readonly act: Doing;
}) {
  const { contract, spot } = editor;
  const stepId = spot?.kind === 'step' ? spot.id : spot?.kind === 'cell' ? spot.step : null;
  const step = stepId === null ? null : findStep(contract, stepId);
  const card = spot?.kind === 'cell' && step ? step.cells[spot.lane]?.find(({ id }) => id === spot.card) : undefined;
  const lane = contract.lanes.find(
    ({ id }) => id === (spot?.kind === 'lane' ? spot.id : spot?.kind === 'cell' ? spot.lane : ''),
  );
  const stage = spot?.kind === 'stage' ? contract.stages.find(({ id }) => id === spot.id) : undefined;
  const block = spot?.kind === 'group' ? placeOf(contract, spot.id)?.block : undefined;
  return (
    <>
      {card && lane && (
        <section className={styles.group} aria-label={WORDS.panels.card}>
          <h2>{WORDS.panels.card}</h2>
          <CardPanel key={card.id} card={card} kind={lane.kind} act={act} />
        </section>
      )}
      {step && (
        <section className={styles.group} aria-label={WORDS.panels.step}>
          <h2>{WORDS.panels.step}</h2>
          <StepPanel key={step.id} contract={contract} step={step} where={where} act={act} />
        </section>
      )}
      {spot?.kind === 'lane' && lane && (
        <section className={styles.group} aria-label={WORDS.panels.lane}>
          <h2>{WORDS.panels.lane}</h2>
          <CommitField
            label={WORDS.lanePanel.title}
            value={lane.title}
            onCommit={(text) =>
              text.trim() &&
              act(WORDS.deed.rename, [{ kind: 'set-lane', id: lane.id, field: 'title', value: text.trim() }])
            }
          />
          <Choice
            label={WORDS.lanePanel.kind}
            value={lane.kind}
            options={LANE_KINDS.map((id) => ({ id, text: WORDS.lane[id] }))}
            onChange={(value) =>
              act(WORDS.deed.detail, [{ kind: 'set-lane', id: lane.id, field: 'kind', value: value as LaneKind }])
            }
          />
        </section>
      )}
      {stage && (
        <section className={styles.group} aria-label={WORDS.panels.stage}>
          <h2>{WORDS.panels.stage}</h2>
          <CommitField
            key={stage.id}
            label={WORDS.stagePanel.title}
            value={stage.title}
            onCommit={(text) =>
              text.trim() &&
              act(WORDS.deed.rename, [{ kind: 'set-stage', id: stage.id, field: 'title', value: text.trim() }])
            }
          />
        </section>
      )}
      {block && block.kind !== 'step' && <GroupPanel key={block.id} group={block} act={act} />}
      {!step && !stage && !block && !(spot?.kind === 'lane' && lane) && (
        <section className={styles.group} aria-label={WORDS.panels.map}>
          <h2>{WORDS.panels.map}</h2>
          <MapPanel contract={contract} act={act} />
        </section>
      )}
    </>
  );
});

function GroupPanel({ group, act }: { readonly group: Group; readonly act: Doing }) {
  const set = (edit: Partial<Group>) => {
    const [field, value] = Object.entries(edit)[0] ?? [];
    act(WORDS.deed.group, [{ kind: 'set-group', id: group.id, field, value } as Edit]);
  };
  const words = WORDS.groupPanel;
  return (
    <section className={styles.group} aria-label={WORDS.panels.group}>
      <h2>{WORDS.panels.group}</h2>
      <Choice
        label={words.kind}
        value={group.kind}
        options={(['choice', 'any-order', 'repeat'] as const).map((id) => ({ id, text: WORDS.group[id] }))}
        onChange={(kind) => set({ kind: kind as Group['kind'] })}
      />
      <Tick label={words.isOptional} isOn={group.isOptional} onChange={(isOptional) => set({ isOptional })} />
      {group.kind === 'repeat' && (
        <CommitField
          label={words.atMost}
          type="number"
          value={group.atMost === null ? '' : String(group.atMost)}
          onCommit={(text) => {
            const n = Number(text);
            if (text.trim() === '') set({ atMost: null });
            else if (Number.isInteger(n) && n >= 1) set({ atMost: n });
          }}
        />
      )}
    </section>
  );
}

function CardPanel({ card, kind, act }: { readonly card: Card; readonly kind: LaneKind; readonly act: Doing }) {
  const words = WORDS.cardPanel;
  const set = (edit: { readonly text: string } | { readonly evidence: Evidence }) => {
    const [field, value] = Object.entries(edit)[0] ?? [];
    act(WORDS.deed.text, [{ kind: 'set-card', id: card.id, field, value } as Edit]);
  };
  if (kind === 'emotion')
    return (
      <Choice
        label={words.feeling}
        value={card.text.replace('−', '-')}
        options={WORDS.feelings}
        onChange={(text) => set({ text })}
      />
    );
  const { evidence } = card;
  return (
    <>
      <CommitField
        label={kind === 'image' ? words.picture : words.text}
        value={card.text}
        isLong={kind !== 'image'}
        onCommit={(text) => text.trim() && set({ text: text.trim() })}
      />
      <Choice
        label={words.evidence}
        value={evidence.kind}
        options={(['think', 'heard', 'measured'] as const).map((id) => ({ id, text: words[id] }))}
        onChange={(value) =>
          set({
            evidence:
              value === 'heard'
                ? { kind: 'heard', n: 1, when: new Date().toISOString().slice(0, 7) }
                : { kind: value as 'think' | 'measured' },
          })
        }
      />
      {evidence.kind === 'heard' && (
        <>
          <CommitField
            label={words.n}
            type="number"
            value={String(evidence.n)}
            onCommit={(text) =>
              Number.isInteger(Number(text)) && Number(text) > 0 && set({ evidence: { ...evidence, n: Number(text) } })
            }
          />
          <CommitField
            label={words.when}
            type="month"
            value={evidence.when.slice(0, 7)}
            onCommit={(when) => /^\d{4}-\d{2}$/.test(when) && set({ evidence: { ...evidence, when } })}
          />
        </>
      )}
    </>
  );
}
