import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import styles from './overlay.module.css';

/** A button (first child of `trigger`) that opens a small panel beside it. Esc closes and gives the focus back. */
export function Popover({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={styles.popover ?? ''} placement="bottom start" offset={6}>
        <Dialog className={styles.panel ?? ''} aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
