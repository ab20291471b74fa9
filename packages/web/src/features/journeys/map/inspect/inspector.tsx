import type { Journey } from '@continuo/contract';
import { placedSteps } from '@continuo/core';
import { type MapColumn, STATUS_WORDS } from '@continuo/diagram';
import { Link2, Unlink, X } from 'lucide-react';
import { useEffect } from 'react';
import { useOverview } from '../../../../api/hooks.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { IconButton } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Glyph } from '../../../../ui/glyph.tsx';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { StatusChip } from '../status-chip.tsx';
import type { Side } from '../use-side.ts';
import { Beneath } from './beneath.tsx';
import { dayChart } from './day-chart.ts';
import { DayChartView } from './day-chart-view.tsx';
import { History } from './history.tsx';
import styles from './inspector.module.css';
import { InspectorActions } from './inspector-actions.tsx';
import { NextOffMap } from './next-off-map.tsx';
import { PlannedLivedTable } from './planned-lived-table.tsx';
import { Splitter, usePanelWidth } from './splitter.tsx';
import { StepVoices } from './step-voices.tsx';

export interface InspectorProps {
  readonly journey: Journey;
  readonly column: MapColumn;
  readonly side: Side;
  /** False on a phone: the panel covers the page. */
  readonly isWide: boolean;
  readonly onClose: () => void;
}

/** All that is known about one step, beside the map. */
export function Inspector(props: InspectorProps) {
  const { column, isWide, onClose } = props;
  const [width, setWidth] = usePanelWidth();
  useEffect(() => announce(WORDS.label(column.title)), [column.title]);
  if (!isWide)
    return (
      <Dialog title={column.title} onClose={onClose} place="side">
        <Chips {...props} />
        <Body {...props} width={Math.min(WIDE_PHONE, window.innerWidth) - 34} />
        <InspectorActions {...props} />
      </Dialog>
    );
  return (
    <aside className={styles.panel} style={{ width }} aria-label={WORDS.label(column.title)}>
      <Splitter width={width} onWidth={setWidth} />
      <div className={styles.scroll}>
        <div className={styles.head}>
          <h2>{column.title}</h2>
          <IconButton name={WORDS.close} onPress={onClose} look="ghost">
            <X size={15} aria-hidden="true" />
          </IconButton>
        </div>
        <Chips {...props} />
        <Body {...props} width={width - 34} />
      </div>
      <InspectorActions {...props} />
    </aside>
  );
}

const WIDE_PHONE = 560;

function Chips({ column, side }: InspectorProps) {
  const steps = side.contract === null ? [] : placedSteps(side.contract);
  const at = column.kind === 'step' ? steps.findIndex(({ step }) => step.id === column.step) : -1;
  const Link = column.isConnected ? Link2 : Unlink;
  return (
    <div className={styles.chips}>
      <StatusChip status={column.status} words={STATUS_WORDS[column.status]} />
      {at >= 0 && <Chip>{WORDS.place(at + 1, steps.length)}</Chip>}
      {column.kind === 'off-map' ? (
        <Chip>
          <Glyph kind="plus" size={10} />
          {WORDS.offMap}
        </Chip>
      ) : (
        column.isConnected !== null && (
          <Chip>
            <Link size={11} strokeWidth={2} aria-hidden="true" />
            {column.isConnected ? WORDS.connected : WORDS.notConnected}
          </Chip>
        )
      )}
    </div>
  );
}

function Body({ journey, column, side, width }: InspectorProps & { readonly width: number }) {
  const { workspace } = useOverview();
  const { timeZone } = workspace;
  const { input } = side;
  if (input === null) return null;
  const step = column.kind === 'step' ? column.step : null;
  const since =
    input.gaps?.gaps.find((gap) => gap.step === step && gap.isHarm && gap.sinceMs !== null)?.sinceMs ?? null;
  const chart = step === null || input.days === null ? null : dayChart(input.days, step, since);
  return (
    <>
      <PlannedLivedTable column={column} input={input} />
      {chart && <DayChartView chart={chart} title={column.title} timeZone={timeZone} width={width} />}
      {input.lived && <NextOffMap column={column} lived={input.lived} contract={input.contract} />}
      <StepVoices map={journey.key} column={column} input={input} scope={side.scope} />
      {step !== null && <Beneath step={step} contract={input.contract} />}
      {step !== null && <History journey={journey} step={step} timeZone={timeZone} />}
    </>
  );
}
