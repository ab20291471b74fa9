import type { MapCell as Cell } from '@continuo/diagram';
import { Cards } from './cards.tsx';
import styles from './cells.module.css';
import { Customers } from './customers.tsx';
import { Channels, CountCell, Lines, Picture, TimeCell, VoicesCell } from './small.tsx';
import { StepCard } from './step-card.tsx';

/** What a cell shows. `voicesMost`: most answers of one kind in its row, for bars that can be compared. */
export function CellBody({ cell, voicesMost }: { readonly cell: Cell; readonly voicesMost: number }) {
  switch (cell.kind) {
    case 'nothing':
      return cell.words === '' ? null : <span className={styles.quiet}>{cell.words}</span>;
    case 'step':
      return <StepCard cell={cell} />;
    case 'customers':
      return <Customers cell={cell} />;
    case 'channels':
      return <Channels cell={cell} />;
    case 'voices':
      return <VoicesCell cell={cell} most={voicesMost} />;
    case 'time':
      return <TimeCell cell={cell} />;
    case 'count':
      return <CountCell cell={cell} />;
    case 'cards':
      return <Cards cards={cell.cards} />;
    case 'lines':
      return <Lines cell={cell} />;
    case 'image':
      return <Picture cell={cell} />;
    case 'emotion':
      return <span className={styles.quiet}>{cell.words}</span>;
  }
}

export type CellOf<Kind extends Cell['kind']> = Extract<Cell, { kind: Kind }>;
